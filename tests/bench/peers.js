/** Installs the rivals into peers/. */
import * as packages from '../../tools/packages.js';

/** Makes node_modules what package.json wants, and returns whether it is. */
export const install = () =>
  packages.install(
    new URL('peers/', import.meta.url),
    'TensorFlow.js and ONNX Runtime Web (210 MB) in tests/bench/peers/',
  );
