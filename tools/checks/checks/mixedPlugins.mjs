export const mixedPlugins = {
  sentence:
    'a plugin uses another only through its -common, -node or -react package',
  inspect: sources =>
    sources
      .filter(({ isTest }) => !isTest)
      .flatMap(({ file, imports }) => {
        const own = /^plugins\/([^/]+)\//.exec(file)?.[1];
        return imports
          .map(name => /^@caas\/plugin-([^/]+)/.exec(name)?.[1])
          .filter(name => own && name && name !== own)
          .filter(name => !/-(common|node|react)$/.test(name))
          .map(name => `${file} imports '@caas/plugin-${name}'`);
      }),
};
