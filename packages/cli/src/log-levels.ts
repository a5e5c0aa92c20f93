// The levels of the log, apart from the logger: the list of commands needs them at once, the logger is loaded when called.

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
