import { Cell, Text } from '@backstage/ui';

/** An amount, and below it what it is to be held against, a line each: cells of one line would cut them off. */
export function AmountCell(props: { amount: string; facts: string[] }) {
  return (
    <Cell>
      <Text as="p">{props.amount}</Text>
      {props.facts.map(fact => (
        <Text key={fact} as="p" variant="body-small" color="secondary">
          {fact}
        </Text>
      ))}
    </Cell>
  );
}
