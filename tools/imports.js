/** The rules of imports, for dependency-cruiser (`npm run lint`): a folder imports only from the folders before it. */
const rooms = ['messages', 'package', 'element', 'lab', 'page'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-missing-files',
      severity: 'error',
      from: { path: '^web/' },
      to: { couldNotResolve: true, pathNot: 'build/' },
    },
    ...rooms.slice(0, -1).map((room, i) => ({
      name: `${room}-is-below-${rooms[i + 1]}`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^web/${room}/` },
      to: { path: `^web/(${rooms.slice(i + 1).join('|')})/` },
    })),
    {
      name: 'product-apart-from-tools-and-tests',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(tools|tests)/' },
    },
    { name: 'tools-apart-from-tests', severity: 'error', from: { path: '^tools/' }, to: { path: '^tests/' } },
    {
      name: 'only-the-canvas-knows-chart.js',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/element/canvas\\.js$' },
      to: { path: 'node_modules/chart\\.js/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^build/', '^dist/'] },
    exclude: { path: ['/node_modules/.*/node_modules/', '^tests/projects/project/', '^tests/bench/peers/'] },
  },
};
