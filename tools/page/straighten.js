/** Smaller pictures: paths without the points that make no visible difference. */

/** The largest distance of a removed point from the line, in the units of the picture: half a unit of their last digit. */
const tolerance = 0.05;

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

/** @param {string} markup of pictures, whose curves are paths of straight lines @returns {string} */
export const straighten = (markup) =>
  markup.replace(/(?<= d=")M[-\d. LM]+(?=")/g, (path) =>
    path
      .split('M')
      .slice(1)
      .map((line) => {
        const points = line.split('L').map((point) => /** @type {Point} */ (point.split(' ').map(Number)));
        return `M${bends(points)
          .map((point) => point.join(' '))
          .join('L')}`;
      })
      .join(''),
  );
