// Imported first where the output is a story for a person: the handlers' structured log would talk into it.
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
