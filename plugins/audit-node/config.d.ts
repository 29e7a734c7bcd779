export interface Config {
  audit?: {
    /**
     * The least severity that the audit trail keeps. Whatever changes state is at least `medium`, which is the default;
     * `low` also keeps reads of the stock plugins, several for each page that somebody looks at.
     */
    minimumSeverity?: 'low' | 'medium' | 'high' | 'critical';
  };
}
