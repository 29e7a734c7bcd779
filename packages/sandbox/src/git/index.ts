export * from './startGitHost';
