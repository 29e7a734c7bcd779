/** What of a pod brings it to the nodes of a partition that keeps others away. */
export const placement = (partition: string) => ({
  nodeSelector: { 'caas.io/partition': partition },
  tolerations: [
    {
      key: 'caas.io/partition',
      operator: 'Equal',
      value: partition,
      effect: 'NoSchedule',
    },
  ],
});
