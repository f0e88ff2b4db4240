// How a bundler is told to give the file's address; this is how without one, or where the file is copied by hand.
export default 'kernels.wasm';
