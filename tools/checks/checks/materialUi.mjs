export const materialUi = {
  sentence: 'no Material UI in our code',
  inspect: sources =>
    sources.flatMap(({ file, imports }) =>
      imports
        .filter(name => /^@(material-ui|mui)\//.test(name))
        .map(name => `${file} imports '${name}'`),
    ),
};
