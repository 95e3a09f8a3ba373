'use strict';

const build = require('@microsoft/sp-build-web');

build.addSuppression(/^Warning - \[sass\] The local CSS class '.*' is not camelCase and will not be type-safe\.$/);
// Lint runs once, over everything, from `npm run lint`; the rig would lint src/ a second time.
build.lintCmd.enabled = false;

const getTasks = build.rig.getTasks;
build.rig.getTasks = function () {
  const tasks = getTasks.call(build.rig);
  tasks.set('serve', tasks.get('serve-deprecated'));
  return tasks;
};

build.initialize(require('gulp'));
