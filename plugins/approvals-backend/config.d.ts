export interface Config {
  approvals?: {
    /** YAML file with the rules that give a request its stages, relative to the working directory of the backend. */
    policiesFile: string;
  };
}
