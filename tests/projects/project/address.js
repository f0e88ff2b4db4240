// Each bundler has its own way to name the file's address. This one is for no bundler, or a file copied by hand.
export default 'kernels.wasm';
