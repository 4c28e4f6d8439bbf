import { join } from 'node:path'

/** How the embedded server is reached: a socket folder, or a port of the loopback address. */
export type Listening = { readonly socketFolder: string } | { readonly port: number }

// Linux takes 107 bytes, macOS 103.
const longestSocketPath = 100

/** Where a socket path fits it is safest: nobody else may even knock. Windows and long paths take the loopback. */
export function mayUseSocket(cluster: string, platform: string): boolean {
  return platform !== 'win32' && Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocketPath
}

/**
 * PostgreSQL's settings as words of its command line; no secret stands among them.
 *
 * What is acknowledged is on the disk (fsync and synchronous_commit stay as they are: on). Nothing a respondent
 * wrote reaches the log: no failed statement, no detail of a failed row, and no time of anybody's coming. They are the
 * ones that `doctor` asks of any PostgreSQL (server/doctor/).
 */
export function settings(listening: Listening): string[] {
  return Object.entries({
    ...('port' in listening
      ? { listen_addresses: '127.0.0.1', port: String(listening.port), unix_socket_directories: '' }
      : { listen_addresses: '', port: '5432', unix_socket_directories: quoted(listening.socketFolder) }),
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: '64MB',
    work_mem: '8MB',
    max_wal_size: '512MB',
    max_parallel_workers_per_gather: '0',
    io_method: 'sync',
    jit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_duration: 'off',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_lock_waits: 'off',
    log_connections: '',
    log_disconnections: 'off',
    track_commit_timestamp: 'off',
    archive_mode: 'off',
    summarize_wal: 'off',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1'
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The setting is a list, in which a comma or a space would part a path. */
const quoted = (path: string): string => `"${path.replaceAll('"', '""')}"`
