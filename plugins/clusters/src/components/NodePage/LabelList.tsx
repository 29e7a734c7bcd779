import { Text } from '@backstage/ui';
import styles from './LabelList.module.css';

/** Labels or taints, as they are written on the command line. */
export function LabelList(props: {
  entries: { name: string; value: string }[];
  none: string;
}) {
  const { entries, none } = props;
  if (entries.length === 0) return <Text color="secondary">{none}</Text>;
  return (
    <ul className={styles.labels}>
      {entries.map(({ name, value }) => (
        <li key={`${name}:${value}`}>
          <code>
            {name}: {value}
          </code>
        </li>
      ))}
    </ul>
  );
}
