import type { Check } from './check.ts'
import { isNever, isOff, settingsFindings, type Rule } from './settings.ts'

const timesOfAnswers = 'writes down when each answer came in'

const rules: readonly Rule[] = [
  {
    name: 'log_statement',
    isFine: value => value === 'none' || value === 'ddl',
    harm: timesOfAnswers,
    wanted: `'none'`,
    state: 'problem'
  },
  {
    name: 'log_min_duration_statement',
    isFine: isNever,
    harm: timesOfAnswers,
    wanted: '-1',
    state: 'problem'
  },
  {
    name: 'log_min_duration_sample',
    isFine: isNever,
    harm: 'writes down when some of the answers came in',
    wanted: '-1',
    state: 'problem'
  },
  {
    name: 'log_transaction_sample_rate',
    isFine: value => value === '0',
    harm: 'writes down when some of the answers came in',
    wanted: '0',
    state: 'problem'
  },
  { name: 'log_duration', isFine: isOff, harm: timesOfAnswers, wanted: 'off', state: 'problem' },
  { name: 'log_executor_stats', isFine: isOff, harm: timesOfAnswers, wanted: 'off', state: 'problem' },
  { name: 'log_statement_stats', isFine: isOff, harm: timesOfAnswers, wanted: 'off', state: 'problem' },
  { name: 'log_parser_stats', isFine: isOff, harm: timesOfAnswers, wanted: 'off', state: 'problem' },
  { name: 'log_planner_stats', isFine: isOff, harm: timesOfAnswers, wanted: 'off', state: 'problem' },
  {
    name: 'log_parameter_max_length_on_error',
    isFine: value => value === '0',
    harm: 'writes down what was sent when a statement fails',
    wanted: '0',
    state: 'problem'
  },
  {
    name: 'log_parameter_max_length',
    isFine: value => value === '0',
    harm: 'would write down what was sent as soon as statements are logged',
    wanted: '0',
    state: 'warning'
  },
  {
    name: 'log_min_error_statement',
    isFine: value => value === 'panic' || value === 'fatal',
    harm: 'writes down statements that fail, with the moment',
    wanted: `'panic'`,
    state: 'warning'
  },
  {
    name: 'log_error_verbosity',
    isFine: value => value === 'terse',
    harm: 'writes down values of a row that was refused',
    wanted: `'terse'`,
    state: 'warning'
  },
  {
    name: 'log_lock_waits',
    isFine: isOff,
    harm: 'writes down who waited for whom, and when',
    wanted: 'off',
    state: 'warning'
  },
  {
    name: 'log_temp_files',
    isFine: isNever,
    harm: 'writes down statements that took much room',
    wanted: '-1',
    state: 'warning'
  },
  {
    name: 'debug_print_parse',
    isFine: isOff,
    harm: timesOfAnswers,
    wanted: 'off',
    state: 'problem'
  },
  {
    name: 'debug_print_plan',
    isFine: isOff,
    harm: timesOfAnswers,
    wanted: 'off',
    state: 'problem'
  }
]

/** No log of the database says when an answer came, or what was in it. */
export const statementLogging: Check = {
  name: 'statements',
  look: ({ pool }) =>
    settingsFindings(
      pool,
      rules,
      'The database logs neither statements nor what they carry nor how long they took.'
    )
}
