'use strict';
// Localised strings are AMD modules, as SPFx wants them; Jest reads CommonJS.
module.exports = {
  process: (source) => ({ code: `const define = (_, factory) => { module.exports = factory(); };\n${source}` }),
};
