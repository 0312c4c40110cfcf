// To be imported first by programs whose output is for a person: it switches the handlers' structured log off.
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
