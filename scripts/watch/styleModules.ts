import type { Plugin } from 'esbuild';
import { compile } from 'sass';

/** Style sheets as the toolchain takes them: SCSS whose class names are a module's exports. */
export const styleModules: Plugin = {
  name: 'style modules',
  setup(build) {
    build.onLoad({ filter: /\.module\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = compile(path);
      return { contents: css, loader: 'local-css', watchFiles: loadedUrls.map((url) => url.pathname) };
    });
  },
};
