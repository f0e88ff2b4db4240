const library = require('activation-kernels');
const { digests } = require('./digest.js');

digests(library).then((all) => console.log(JSON.stringify(all)));
