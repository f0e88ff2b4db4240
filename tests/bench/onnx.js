/**
 * An ONNX model of one node, written as protobuf. Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */

/** @param {number} n @returns {number[]} */
const varint = (n) => (n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))]);

/** @param {number} field @param {string | Iterable<number>} content text, bytes or a message */
function bytes(field, content) {
  const body = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  return [...varint(field * 8 + 2), ...varint(body.length), ...body];
}

/** @param {number} field @param {number} n */
const integer = (field, n) => [...varint(field * 8), ...varint(n)];

/** @param {number} x little-endian, as protobuf has it */
const float = (x) => {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, x, true);
  return new Uint8Array(view.buffer);
};

/** @param {number} i @param {number} value */
const attribute = (i, value) =>
  bytes(5, [...bytes(1, ['alpha', 'beta'][i]), ...varint(2 * 8 + 5), ...float(value), ...integer(20, 1)]);

/** @param {number} i @param {number} value a constant without dimensions */
const constant = (i, value) => bytes(5, [...integer(2, 1), ...bytes(8, `constant${i}`), ...bytes(9, float(value))]);

/** @param {number} field @param {string} name a vector of float32 of any length */
const vector = (field, name) =>
  bytes(field, [...bytes(1, name), ...bytes(2, bytes(1, [...integer(1, 1), ...bytes(2, bytes(1, bytes(2, 'n')))]))]);

/**
 * y = operator(x)
 * @param {string} operator
 * @param {number[]} parameters its attributes alpha and beta; Clip takes them as inputs
 */
export function model(operator, parameters) {
  const asInputs = operator === 'Clip';
  const node = [
    ...bytes(1, 'x'),
    ...(asInputs ? parameters.flatMap((_, i) => bytes(1, `constant${i}`)) : []),
    ...bytes(2, 'y'),
    ...bytes(4, operator),
    ...(asInputs ? [] : parameters.flatMap((value, i) => attribute(i, value))),
  ];
  const graph = [
    ...bytes(1, node),
    ...bytes(2, 'benchmark'),
    ...(asInputs ? parameters.flatMap((value, i) => constant(i, value)) : []),
    ...vector(11, 'x'),
    ...vector(12, 'y'),
  ];
  // The file format's version 8 and the operators of version 20, which added the last activation, Gelu.
  return Uint8Array.from([...integer(1, 8), ...bytes(7, graph), ...bytes(8, integer(2, 20))]);
}
