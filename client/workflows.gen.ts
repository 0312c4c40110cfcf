// Generated from core/workflow by scripts/openapi.ts.
export const workflows = {
  "provision": {
    "label": "Set up",
    "headlines": {
      "running": {
        "title": "Setting up {workspace}",
        "text": "This takes about a minute. You can close this page; the work continues."
      },
      "succeeded": {
        "title": "{workspace} is ready",
        "text": "The squad is waiting for its first task."
      },
      "held": {
        "title": "{workspace} could not be set up",
        "text": "We are looking into it before everything is rolled back."
      },
      "rolling_back": {
        "title": "{workspace} could not be set up",
        "text": "Everything is being rolled back, so that nothing is left over."
      },
      "failed": {
        "title": "{workspace} could not be set up",
        "text": "Everything was rolled back. Nothing is left over."
      },
      "rollback_incomplete": {
        "title": "{workspace} could not be set up",
        "text": "Most of it was rolled back. We were notified about the rest."
      }
    },
    "operators": {
      "label": "Provision",
      "text": "Makes the squadhub from scratch. If a step fails, what was made is rolled back."
    },
    "path": "provision",
    "retryWith": "provision",
    "needsBackup": false,
    "teardown": false
  },
  "wake": {
    "label": "Wake",
    "headlines": {
      "running": {
        "title": "Waking {workspace}",
        "text": "This takes about half a minute. What you write meanwhile waits for the squad."
      },
      "succeeded": {
        "title": "{workspace} is awake",
        "text": "The squad is ready."
      },
      "held": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      },
      "rolling_back": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      },
      "failed": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      },
      "rollback_incomplete": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      }
    },
    "operators": {
      "label": "Wake",
      "text": "Starts the squadhub again. What waits in its lanes is delivered when it is ready."
    },
    "path": "wake",
    "retryWith": "wake",
    "needsBackup": false,
    "teardown": false
  },
  "sleep": {
    "label": "Sleep",
    "headlines": {
      "running": {
        "title": "Putting {workspace} to sleep",
        "text": "The board stays as it is."
      },
      "succeeded": {
        "title": "{workspace} is asleep",
        "text": "It wakes when there is something to do."
      },
      "held": {
        "title": "{workspace} is asleep",
        "text": "Something went wrong on the way. We were notified. The board is as it was."
      },
      "rolling_back": {
        "title": "{workspace} is asleep",
        "text": "Something went wrong on the way. We were notified. The board is as it was."
      },
      "failed": {
        "title": "{workspace} is asleep",
        "text": "Something went wrong on the way. We were notified. The board is as it was."
      },
      "rollback_incomplete": {
        "title": "{workspace} is asleep",
        "text": "Something went wrong on the way. We were notified. The board is as it was."
      }
    },
    "operators": {
      "label": "Put to sleep",
      "text": "Stops the squadhub. It wakes by itself when somebody or something needs it."
    },
    "path": "sleep",
    "retryWith": "sleep",
    "needsBackup": false,
    "teardown": false
  },
  "restart": {
    "label": "Restart",
    "headlines": {
      "running": {
        "title": "Restarting {workspace}",
        "text": "This takes about half a minute. What you write meanwhile waits for the squad."
      },
      "succeeded": {
        "title": "{workspace} is awake",
        "text": "The squad is ready."
      },
      "held": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      },
      "rolling_back": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      },
      "failed": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      },
      "rollback_incomplete": {
        "title": "{workspace} could not be started",
        "text": "Its board and files are as they were. Try again."
      }
    },
    "operators": {
      "label": "Restart",
      "text": "Stops the squadhub and starts it again. A turn that is under way is lost."
    },
    "path": "restart",
    "retryWith": "wake",
    "needsBackup": false,
    "teardown": false
  },
  "backup": {
    "label": "Back up",
    "headlines": {
      "running": {
        "title": "Backing up {workspace}",
        "text": "This takes about a minute. What you write meanwhile waits for the squad."
      },
      "succeeded": {
        "title": "{workspace} is backed up",
        "text": "The squad is back at work."
      },
      "held": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "rolling_back": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "failed": {
        "title": "{workspace} is as it was before",
        "text": "It did not work. Nothing was lost."
      },
      "rollback_incomplete": {
        "title": "{workspace} was not fully rolled back",
        "text": "We were notified and will repair the rest."
      }
    },
    "operators": {
      "label": "Back up",
      "text": "Stops the squadhub, backs up its files, and starts it again. A turn that is under way is lost."
    },
    "path": "backup",
    "retryWith": "backup",
    "needsBackup": false,
    "teardown": false
  },
  "backupAtRest": {
    "label": "Back up",
    "headlines": {
      "running": {
        "title": "Backing up {workspace}",
        "text": "This takes about a minute. What you write meanwhile waits for the squad."
      },
      "succeeded": {
        "title": "{workspace} is backed up",
        "text": "The squad was not running and stays that way."
      },
      "held": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "rolling_back": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "failed": {
        "title": "{workspace} is as it was before",
        "text": "It did not work. Nothing was lost."
      },
      "rollback_incomplete": {
        "title": "{workspace} was not fully rolled back",
        "text": "We were notified and will repair the rest."
      }
    },
    "operators": {
      "label": "Back up",
      "text": "Backs up the squadhub's files. It stays stopped."
    },
    "path": "backup",
    "retryWith": "backupAtRest",
    "needsBackup": false,
    "teardown": false
  },
  "upgrade": {
    "label": "Upgrade",
    "headlines": {
      "running": {
        "title": "Upgrading {workspace}",
        "text": "This takes about a minute. What you write meanwhile waits for the squad."
      },
      "succeeded": {
        "title": "{workspace} is upgraded",
        "text": "The squad runs the current version."
      },
      "held": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "rolling_back": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "failed": {
        "title": "{workspace} is as it was before",
        "text": "It did not work. Nothing was lost."
      },
      "rollback_incomplete": {
        "title": "{workspace} was not fully rolled back",
        "text": "We were notified and will repair the rest."
      }
    },
    "operators": {
      "label": "Upgrade",
      "text": "Backs up the files and starts the current version at the plan's size. If it does not start, the previous version runs again with its files as they were."
    },
    "path": "upgrade",
    "retryWith": "upgrade",
    "needsBackup": false,
    "teardown": false
  },
  "restore": {
    "label": "Restore",
    "headlines": {
      "running": {
        "title": "Restoring {workspace}",
        "text": "This takes about a minute. What you write meanwhile waits for the squad."
      },
      "succeeded": {
        "title": "{workspace} is restored",
        "text": "The squad is back with its files from the backup."
      },
      "held": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "rolling_back": {
        "title": "{workspace} is being rolled back",
        "text": "It did not work. Everything is being put back as it was."
      },
      "failed": {
        "title": "{workspace} is as it was before",
        "text": "It did not work. Nothing was lost."
      },
      "rollback_incomplete": {
        "title": "{workspace} was not fully rolled back",
        "text": "We were notified and will repair the rest."
      }
    },
    "operators": {
      "label": "Restore",
      "text": "Brings the squadhub's files back from a backup."
    },
    "path": "restore",
    "retryWith": "restore",
    "needsBackup": true,
    "teardown": false
  },
  "deprovision": {
    "label": "Delete",
    "headlines": {
      "running": {
        "title": "Deleting {workspace}",
        "text": "You can close this page; the work continues."
      },
      "held": {
        "title": "Deleting {workspace}",
        "text": "You can close this page; the work continues."
      },
      "rolling_back": {
        "title": "Deleting {workspace}",
        "text": "You can close this page; the work continues."
      },
      "succeeded": {
        "title": "{workspace} is deleted",
        "text": "Its board, files and keys are gone."
      },
      "failed": {
        "title": "{workspace} is not fully deleted",
        "text": "Some parts could not be deleted. Try again."
      },
      "rollback_incomplete": {
        "title": "{workspace} is not fully deleted",
        "text": "Some parts could not be deleted. Try again."
      }
    },
    "operators": {
      "label": "Delete",
      "text": "Takes the squadhub down and erases its board, its files and its keys. Nothing of it can be brought back."
    },
    "path": "deprovision",
    "retryWith": "deprovision",
    "needsBackup": false,
    "teardown": true
  }
} as const;
