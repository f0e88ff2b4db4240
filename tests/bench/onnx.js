/**
 * An ONNX model of a few nodes, written as protobuf. Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */

/**
 * A graph from x to y. An input is a value's name or a constant; an attribute of type bigint is ONNX's integer.
 * @typedef {[outputs: string[], operator: string, inputs: (string | number)[], attributes?: Record<string, number | bigint | string>][]} Graph
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

/** @param {string} name @param {number | bigint | string} value */
function attribute(name, value) {
  const [type, content] =
    typeof value === 'number'
      ? [1, [...varint(2 * 8 + 5), ...float(value)]]
      : typeof value === 'bigint'
        ? [2, integer(3, Number(value))]
        : [3, bytes(4, value)];
  return bytes(5, [...bytes(1, name), ...content, ...integer(20, type)]);
}

/** @param {number} value a constant without dimensions, named after itself */
const constant = (value) => bytes(5, [...integer(2, 1), ...bytes(8, `${value}`), ...bytes(9, float(value))]);

/** @param {number} field @param {string} name float32 of any shape */
const tensor = (field, name) => bytes(field, [...bytes(1, name), ...bytes(2, bytes(1, integer(1, 1)))]);

/** @param {Graph} graph */
export function model(graph) {
  const constants = new Set(graph.flatMap(([, , inputs]) => inputs.filter((input) => typeof input === 'number')));
  const nodes = graph.flatMap(([outputs, operator, inputs, attributes = {}]) =>
    bytes(1, [
      ...inputs.flatMap((input) => bytes(1, `${input}`)),
      ...outputs.flatMap((output) => bytes(2, output)),
      ...bytes(4, operator),
      ...Object.entries(attributes).flatMap(([name, value]) => attribute(name, value)),
    ]),
  );
  const content = [
    ...nodes,
    ...bytes(2, 'benchmark'),
    ...[...constants].flatMap(constant),
    ...tensor(11, 'x'),
    ...tensor(12, 'y'),
  ];
  // The file format's version 11 and the operators of version 24, which added Swish.
  return Uint8Array.from([...integer(1, 11), ...bytes(7, content), ...bytes(8, integer(2, 24))]);
}
