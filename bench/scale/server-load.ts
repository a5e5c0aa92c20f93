// What the database and Redis do meanwhile: processor time, memory, commands. Both are children of this process. Asks the
// servers and the system (Linux); changes nothing.
import { connect } from 'node:net';
import { onServer } from '@civicwire/store/testing';
import { secondsOfChild } from '../processor-time.ts';

export interface ServerLoad {
  readonly postgresCpuSeconds: number;
  readonly postgresTransactions: number;
  readonly postgresBytes: number;
  readonly redisCpuSeconds: number;
  readonly redisBytes: number;
  readonly redisCommands: number;
}

/** The state of both servers since they began. */
export async function readLoad(postgres: string, redis: string): Promise<ServerLoad> {
  const [row] = await onServer(
    postgres,
    `select pg_database_size(current_database())::float8 as bytes,
      (select xact_commit::float8 from pg_stat_database where datname = current_database()) as transactions`,
  );
  const info = await askRedis(redis);
  const fact = (name: string): number => Number(new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? Number.NaN);
  return {
    postgresCpuSeconds: secondsOfChild('postgres'),
    postgresTransactions: Number(row?.transactions),
    postgresBytes: Number(row?.bytes),
    redisCpuSeconds: secondsOfChild('redis-server'),
    redisBytes: fact('used_memory'),
    redisCommands: fact('total_commands_processed'),
  };
}

/** Bytes of each table of the store with its indexes and large values, largest first. */
export async function tableBytes(postgres: string): Promise<readonly { name: string; bytes: number }[]> {
  const rows = await onServer(
    postgres,
    `select relname as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 2 desc`,
  );
  return rows.map(({ name, bytes }) => ({ name: String(name), bytes: Number(bytes) }));
}

function askRedis(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write('INFO\r\nQUIT\r\n'));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', reject).on('close', () => resolve(text));
  });
}
