/** Smaller pictures: relative paths, which have fewer digits, without the points that make no visible difference. */

/** The largest distance of a removed point from the line, in the units of the picture: one unit of their last digit. */
const tolerance = 0.1;

/** @typedef {[x: number, y: number]} Point */

/** The distance of a point from the line through two others. @param {Point} point @param {Point} from @param {Point} to */
function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const area = Math.abs(alongX * (y - fromY) - alongY * (x - fromX));
  return area / (Math.hypot(alongX, alongY) || 1);
}

/** @param {Point[]} points @returns {Point[]} those at which the line bends */
function bends(points) {
  const kept = [points[0]];
  let start = 0;
  for (let end = 2; end < points.length; ++end)
    if (points.slice(start + 1, end).some((point) => distance(point, points[start], points[end]) > tolerance)) {
      start = end - 1;
      kept.push(points[start]);
    }
  return [...kept, ...points.slice(1).slice(-1)];
}

/** A number that follows another one in a path. @param {number} value */
const next = (value) => ` ${Math.round(value * 10) / 10}`.replace(/^( -?)0(?=\.)/, '$1').replace(' -', '-');

/** @param {Point[]} points with one digit after the point */
function pathOf(points) {
  const steps = points.slice(1).flatMap(([x, y], i) => [x - points[i][0], y - points[i][1]]);
  return `M${points[0].join(' ')}${steps
    .map(next)
    .join('')
    .replace(/^ ?/, steps.length > 0 ? 'l' : '')}`;
}

/** @param {string} markup of pictures, whose curves are paths of straight lines @returns {string} */
export const straighten = (markup) =>
  markup.replace(/(?<= d=")M[-\d. LM]+(?=")/g, (path) =>
    path
      .split('M')
      .slice(1)
      .map((line) => {
        const points = line.split('L').map((point) => /** @type {Point} */ (point.split(' ').map(Number)));
        return pathOf(bends(points));
      })
      .join(''),
  );
