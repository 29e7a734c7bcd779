import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { PersonName, PersonPicker } from '@caas/plugin-tenancy-react';
import { manageTranslationRef } from '../../manage/translation';
import styles from './PeopleField.module.css';

/** Several people: those chosen, each to be taken out again, and a field to add one. */
export function PeopleField(props: {
  label: string;
  description?: string;
  people: string[];
  onChange(people: string[]): void;
  problem?: string;
  /** Why they cannot be changed here. */
  fixed?: string;
  isRequired?: boolean;
}) {
  const { label, people, onChange, fixed } = props;
  const { t } = useTranslationRef(manageTranslationRef);
  const labelId = useId();
  const chosen = people.length > 0 && (
    <ul className={styles.people} aria-labelledby={labelId}>
      {people.map(person => (
        <li key={person} className={styles.person}>
          <PersonName person={person} />
          {!fixed && (
            <Button
              size="small"
              variant="tertiary"
              aria-label={t('people.leaveOut', { person })}
              onPress={() => onChange(people.filter(each => each !== person))}
            >
              ×
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Flex direction="column" gap="2">
      <Text as="span" id={labelId} variant="body-medium" weight="bold">
        {label}
      </Text>
      {chosen}
      {fixed ? (
        <Text as="p" variant="body-small" color="secondary">
          {fixed}
        </Text>
      ) : (
        <PersonPicker
          // A new field for each choice: an old one would keep the text of the last.
          key={people.length}
          label={t('people.choose', { what: label })}
          description={props.description}
          value={null}
          onChange={person => person && onChange([...people, person])}
          problem={props.problem}
          without={people}
          isRequired={props.isRequired}
        />
      )}
    </Flex>
  );
}
