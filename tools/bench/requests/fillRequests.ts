import type { Knex } from 'knex';

export const KIND = 'bench.make';
export const TENANTS = Array.from({ length: 40 }, (_, index) => `t${index}`);

/** One request in fifty waits; the others were decided. */
const PENDING_EVERY = 50;

/** Requests as years of use leave them: two stages and two decisions each, of 200 members and 50 approvers in 40 tenants. */
export async function fillRequests(knex: Knex, count: number): Promise<void> {
  const text = `'{"zh-CN":"申请","en":"Request"}'`;
  await knex.raw(
    `insert into request_kinds (kind, plugin_id, title, description, announced_at) values (?, 'bench', ${text}, ${text}, '2026-01-01T00:00:00.000Z')`,
    [KIND],
  );
  const at = `to_char(timestamp '2026-01-01' + i * interval '2 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const isPending = `i % ${PENDING_EVERY} = 0`;
  const series = `from generate_series(1, ${count}) i`;
  const statements = [
    `insert into requests (id, kind, plugin_id, tenant, environment, title, requester, state, version, revision, created_at, updated_at, expires_at)
     select 'r' || i, '${KIND}', 'bench', 't' || (i % 40), (array['dev','test','prod'])[1 + i % 3], ${text}, 'user:default/member-' || (i % 200),
       case when ${isPending} then 'pending' else 'completed' end, 3, 1, ${at}, ${at}, case when ${isPending} then '2030-01-01T00:00:00.000Z' end ${series}`,
    `insert into request_revisions (request_id, revision, payload, payload_hash, purpose, evidence, policy_rule, policy_version, submitted_at)
     select 'r' || i, 1, '{"name":"n' || i || '"}', md5(i::text), 'To fill it', '{"items":[],"objects":[]}', 'one-stage', 'v', ${at} ${series}`,
    `insert into stages (request_id, revision, position, title, rule, selectors, state)
     select 'r' || i, 1, p, ${text}, '{"mode":"any"}', '[]', case when ${isPending} then (case when p = 0 then 'open' else 'waiting' end) else 'passed' end
     ${series}, generate_series(0, 1) p`,
    `insert into stage_approvers (request_id, revision, position, user_ref, is_open, requested_at)
     select 'r' || i, 1, p, 'user:default/approver-' || ((i / 7 + p + k) % 50), p = 0 and ${isPending}, ${at} ${series}, generate_series(0, 1) p, generate_series(0, 2) k
     where p = 0 or not (${isPending})`,
    `insert into decisions (id, request_id, revision, position, decided_by, verdict, comment, payload_hash, decided_at)
     select 'd' || i || '-' || p, 'r' || i, 1, p, 'user:default/approver-' || ((i / 7 + p) % 50), 'approve', '', md5(i::text), ${at}
     ${series}, generate_series(0, 1) p where not (${isPending})`,
    `insert into timeline_entries (id, request_id, position, at, actor, event)
     select 'e' || i || '-' || p, 'r' || i, p, ${at}, 'user:default/member-' || (i % 200), 'submitted' ${series}, generate_series(1, 4) p`,
  ];
  await knex.transaction(async tx => {
    // What is written is consistent: looking up two million references would take longer than all the rest.
    await tx.raw('set local session_replication_role = replica');
    for (const statement of statements) await tx.raw(statement);
  });
  await knex.raw('vacuum analyze');
  // What years wrote is on the disk; here it would be written while the desk is measured.
  await knex.raw('checkpoint');
}
