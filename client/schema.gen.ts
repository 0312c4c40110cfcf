// Generated from openapi.json by scripts/openapi.ts.
export interface paths {
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be had, and for how much
         * @description What can be had, and for how much.
         *
         *     For anyone.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A further account, with you as its owner
         * @description A further account, with you as its owner.
         *
         *     For signed-in people.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account, its plan and the plan's limits
         * @description The account, its plan and the plan's limits.
         *
         *     For members of the account, role viewer and up.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give the account another name
         * @description Give the account another name.
         *
         *     For members of the account, role admin and up.
         */
        patch: operations["renameAccount"];
        trace?: never;
    };
    "/accounts/{accountId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the account's people did, and who of the service read its content; newest first
         * @description What the account's people did, and who of the service read its content; newest first.
         *
         *     For members of the account, role admin and up.
         */
        get: operations["listAccountAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, newest first
         * @description What happened, newest first.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/socket-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A single-use ticket, good for 60 seconds, that opens one WebSocket
         * @description A single-use ticket, good for 60 seconds, that opens one WebSocket.
         *
         *     For members of the workspace, role viewer and up.
         */
        post: operations["issueSocketTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The squad
         * @description The squad.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listAgents"];
        put?: never;
        /**
         * Bring an agent into the squad; of agents, only the lead may
         * @description Bring an agent into the squad; of agents, only the lead may.
         *
         *     For members of the workspace, role admin and up; its squadhub token.
         */
        post: operations["registerAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/agents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an agent's name, role or emoji; of agents, only the lead may
         * @description Change an agent's name, role or emoji; of agents, only the lead may.
         *
         *     For members of the workspace, role admin and up; its squadhub token.
         */
        patch: operations["updateAgent"];
        trace?: never;
    };
    "/t/{tenantId}/agents/{agentId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An agent's heartbeat: a sign of life that hands over its pending notifications, to be confirmed
         * @description An agent's heartbeat: a sign of life that hands over its pending notifications, to be confirmed.
         *
         *     For the workspace's squadhub token.
         */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/agents/{agentId}/check/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a check handed over has been read; what is not confirmed is handed over again a minute later
         * @description What a check handed over has been read; what is not confirmed is handed over again a minute later.
         *
         *     For the workspace's squadhub token.
         */
        post: operations["confirmRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Back the squadhub's files up: one that runs is stopped for it and started again
         * @description Back the squadhub's files up: one that runs is stopped for it and started again.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["backUpTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The backups of the squadhub's files, newest first; the newest five are kept
         * @description The backups of the squadhub's files, newest first; the newest five are kept.
         *
         *     For members of the workspace, role admin and up.
         */
        get: operations["listBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the squadhub's files back from a backup and give its gateway new keys
         * @description The present files are backed up first, and come back by themselves when the restored ones do not start. The board is not touched.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["restoreTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The business context; 404 before it is saved
         * @description The business context; 404 before it is saved.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        /**
         * Forget the business context
         * @description Forget the business context.
         *
         *     For members of the workspace, role admin and up.
         */
        delete: operations["removeBusiness"];
        options?: never;
        head?: never;
        /**
         * Save what is given of the business context; null removes a field
         * @description Save what is given of the business context; null removes a field.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        patch: operations["saveBusiness"];
        trace?: never;
    };
    "/t/{tenantId}/business/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree with the business context as it is
         * @description Agree with the business context as it is.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["approveBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every channel that there can be, and whether it is connected
         * @description Every channel that there can be, and whether it is connected.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One channel
         * @description One channel.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a channel; a bot's token does not belong here
         * @description Change what is known of a channel; a bot's token does not belong here.
         *
         *     For members of the workspace, role admin and up.
         */
        patch: operations["updateChannel"];
        trace?: never;
    };
    "/t/{tenantId}/agents/{agentId}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The conversation with an agent, newest first
         * @description The conversation with an agent, newest first.
         *
         *     For members of the workspace, role viewer and up.
         */
        get: operations["listChat"];
        put?: never;
        /**
         * Ask an agent; it answers one message at a time, in order, and is woken if it sleeps
         * @description The answer comes over the workspace’s WebSocket as it is said, as `{type: "chat.delta", agentId, id, seq, text}` with `seq` from 0, and is in the list when it is over.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["askAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/agents/{agentId}/chat/{chatId}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an answer, or take back a message that still waits; what is over stays as it is
         * @description End an answer, or take back a message that still waits; what is over stays as it is.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["abortChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents of a task, of a type, or all
         * @description Documents of a task, of a type, or all.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Add a text in Markdown, of 256 KB at most
         * @description Add a text in Markdown, of 256 KB at most.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["createDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a file of 50 MB at most: the answer says how to send it. Then confirm it
         * @description Announce a file of 50 MB at most: the answer says how to send it. Then confirm it.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["beginUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/uploads/{documentId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a file that was sent a document; within an hour of announcing it
         * @description Make a file that was sent a document; within an hour of announcing it.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["confirmUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document, with its text if it is one
         * @description One document, with its text if it is one.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /**
         * Delete a document with its text or file
         * @description Delete a document with its text or file.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        /**
         * Change a document's title or type, or the task it belongs to
         * @description Change a document's title or type, or the task it belongs to.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        patch: operations["updateDocument"];
        trace?: never;
    };
    "/t/{tenantId}/documents/{documentId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a document's file can be fetched from, for five minutes
         * @description Where a document's file can be fetched from, for five minutes.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["downloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answers when the API does
         * @description Answers when the API does.
         *
         *     For anyone.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/deep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether what the API stands on answers, and how fast
         * @description Whether what the API stands on answers, and how fast.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["getDeepHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller may do among those who run the service
         * @description What the caller may do among those who run the service.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["getOwnOperator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/squadhubs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The squadhubs of all workspaces, newest first: state, memory, last sign of life
         * @description The squadhubs of all workspaces, newest first: state, memory, last sign of life.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listSquadhubs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Executions of the state machines, newest first
         * @description Executions of the state machines, newest first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listExecutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/executions/{workflow}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One execution: every state it was in, and the machine to draw the way in
         * @description One execution: every state it was in, and the machine to draw the way in.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["inspectExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One workspace's schedules, the next to fire first
         * @description One workspace's schedules, the next to fire first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["inspectSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/socket-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket for one WebSocket that hints at what changes in a workspace; wakes nobody
         * @description A ticket for one WebSocket that hints at what changes in a workspace; wakes nobody.
         *
         *     For operators of the service, role viewer and up.
         */
        post: operations["watchTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invitations of the last 30 days, newest first
         * @description The invitations of the last 30 days, newest first.
         *
         *     For members of the account, role admin and up.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by e-mail; the link works once, for 7 days
         * @description Invite somebody by e-mail; the link works once, for 7 days.
         *
         *     For members of the account, role admin and up.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Make an invitation worthless
         * @description Make an invitation worthless.
         *
         *     For members of the account, role admin and up.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the token of an invitation offers, and to whom
         * @description What the token of an invitation offers, and to whom.
         *
         *     For anyone.
         */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the account. Your verified e-mail address must be the invited one; again gives the same answer
         * @description Join the account. Your verified e-mail address must be the invited one; again gives the same answer.
         *
         *     For signed-in people.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's members
         * @description The account's members.
         *
         *     For members of the account, role viewer and up.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End somebody's membership at once
         * @description End somebody's membership at once.
         *
         *     For members of the account, role admin and up.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role, or which workspaces they see
         * @description Change a member's role, or which workspaces they see.
         *
         *     For members of the account, role admin and up.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/accounts/{accountId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End your own membership. The last owner cannot
         * @description End your own membership. The last owner cannot.
         *
         *     For members of the account, role viewer and up.
         */
        post: operations["leaveAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another member an owner and yourself an admin
         * @description Make another member an owner and yourself an admin.
         *
         *     For members of the account, role owner and up.
         */
        post: operations["transferOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to an agent
         * @description Send a message to an agent.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["notifyAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/agents/{agentId}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An agent's notifications, newest first
         * @description An agent's notifications, newest first.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/runs/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of all workspaces that are under way, held, or have left something; newest first
         * @description Runs of all workspaces that are under way, held, or have left something; newest first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listOpenRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run with what was seen of its failure and what is left of it
         * @description One run with what was seen of its failure and what is left of it.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["inspectRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One workspace's runs with their evidence, newest first
         * @description One workspace's runs with their evidence, newest first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["inspectRuns"];
        put?: never;
        /**
         * Start a workflow for a workspace
         * @description Start a workflow for a workspace.
         *
         *     For operators of the service, role manager and up.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/runs/{runId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Should this run fail, keep it as it is for up to 72 hours
         * @description Should this run fail, keep it as it is for up to 72 hours.
         *
         *     For operators of the service, role manager and up.
         */
        post: operations["holdRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/runs/{runId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a held run be undone, or take back that it is to be held
         * @description Let a held run be undone, or take back that it is to be held.
         *
         *     For operators of the service, role manager and up.
         */
        post: operations["releaseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/reap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish now what the reaper would tonight: runs held long enough, clean-ups that left something, old drafts
         * @description Finish now what the reaper would tonight: runs held long enough, clean-ups that left something, old drafts.
         *
         *     For operators of the service, role manager and up.
         */
        post: operations["reap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who runs the service
         * @description Who runs the service.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Make somebody who has signed in an operator, or give them another role
         * @description Make somebody who has signed in an operator, or give them another role.
         *
         *     For operators of the service, role admin and up.
         */
        post: operations["grantOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/operators/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End an operator's role at once
         * @description End an operator's role at once.
         *
         *     For operators of the service, role admin and up.
         */
        delete: operations["revokeOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All workspaces, newest first
         * @description All workspaces, newest first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listAllTenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One workspace's metadata, with its squadhub's
         * @description One workspace's metadata, with its squadhub's.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["inspectTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/runs/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of all workspaces that failed in the last 90 days, newest first
         * @description Runs of all workspaces that failed in the last 90 days, newest first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listFailedRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one workspace's lanes stand and how much waits in each
         * @description How one workspace's lanes stand and how much waits in each.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["inspectLanes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lanes of all workspaces that are parked until their next try, the next first
         * @description The lanes of all workspaces that are parked until their next try, the next first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listParkedLanes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Doorbells that were given up
         * @description Doorbells that were given up.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/dead-letters/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ring all doorbells that were given up again
         * @description Ring all doorbells that were given up again.
         *
         *     For operators of the service, role manager and up.
         */
        post: operations["redriveDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/tenants/{tenantId}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read one workspace's content for an hour, for a reason that its people see
         * @description Read one workspace's content for an hour, for a reason that its people see.
         *
         *     For operators of the service, role manager and up.
         */
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ops/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log: of a day, of one workspace or of one person; newest first
         * @description The audit log: of a day, of one workspace or of one person; newest first.
         *
         *     For operators of the service, role viewer and up.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/routines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every routine of the workspace, oldest first
         * @description Every routine of the workspace, oldest first.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listRoutines"];
        put?: never;
        /**
         * Make a routine; fifty at most
         * @description Make a routine; fifty at most.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["createRoutine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/routines/{routineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One routine
         * @description One routine.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getRoutine"];
        put?: never;
        post?: never;
        /**
         * Delete a routine; the tasks it has made stay
         * @description Delete a routine; the tasks it has made stay.
         *
         *     For members of the workspace, role member and up.
         */
        delete: operations["deleteRoutine"];
        options?: never;
        head?: never;
        /**
         * Change a routine, or switch it on or off
         * @description Change a routine, or switch it on or off.
         *
         *     For members of the workspace, role member and up.
         */
        patch: operations["updateRoutine"];
        trace?: never;
    };
    "/t/{tenantId}/routines/{routineId}/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the routine's task now
         * @description Make the routine's task now.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["triggerRoutine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a session with an access token; the first one creates the user and an account
         * @description Begin a session with an access token; the first one creates the user and an account.
         *
         *     For holders of an access token, with or without a session.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End this session at once
         * @description End this session at once.
         *
         *     For signed-in people.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed-in user and the accounts they belong to
         * @description The signed-in user and the accounts they belong to.
         *
         *     For signed-in people.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/squadhub": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The squadhub's state, as it last reported it
         * @description The squadhub's state, as it last reported it.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getSquadhub"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/squadhub/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The gateway listens: completes the waiting workflow and rings the lanes
         * @description The gateway listens: completes the waiting workflow and rings the lanes.
         *
         *     For the workspace's squadhub token.
         */
        post: operations["reportReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/squadhub/liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The gateway still runs; costs no model call
         * @description The gateway still runs; costs no model call.
         *
         *     For the workspace's squadhub token.
         */
        post: operations["reportAlive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/squadhub/idle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A turn has ended of an agent that was too busy for a notification: its lane rings
         * @description A turn has ended of an agent that was too busy for a notification: its lane rings.
         *
         *     For the workspace's squadhub token.
         */
        post: operations["reportIdle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks, of one status or all, oldest first
         * @description Tasks, of one status or all, oldest first.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listTasks"];
        put?: never;
        /**
         * Create a task; with an assignee it is assigned and the agent is notified
         * @description Create a task; with an assignee it is assigned and the agent is notified.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a task with its subtasks and assignments in one write
         * @description Create a task with its subtasks and assignments in one write.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["planTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One task with its subtasks
         * @description One task with its subtasks.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task with its subtasks and comments; its documents stay
         * @description Delete a task with its subtasks and comments; its documents stay.
         *
         *     For members of the workspace, role admin and up.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change a task's title, description or priority
         * @description Change a task's title, description or priority.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Assign a task to agents, or take it from them; new assignees are notified
         * @description Assign a task to agents, or take it from them; new assignees are notified.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        patch: operations["assignTask"];
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the work in review: the task is done
         * @description Accept the work in review: the task is done.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["approveTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/request-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the work in review back with feedback: the task is in progress again
         * @description Send the work in review back with feedback: the task is in progress again.
         *
         *     For members of the workspace, role member and up.
         */
        post: operations["requestChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/subtasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a part to a task
         * @description Add a part to a task.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["addSubtask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/subtasks/{subtaskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a part of a task: its status, assignee or text
         * @description Change a part of a task: its status, assignee or text.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        patch: operations["updateSubtask"];
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a task
         * @description Move a task.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        put: operations["setTaskStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/tasks/{taskId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The comments of a task, oldest first
         * @description The comments of a task, oldest first.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comment on a task; agents named with @ and its assignees are notified
         * @description Comment on a task; agents named with @ and its assignees are notified.
         *
         *     For members of the workspace, role member and up; its squadhub token.
         */
        post: operations["commentOnTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{accountId}/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's workspaces, oldest first
         * @description The account's workspaces, oldest first.
         *
         *     For members of the account, role viewer and up.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Make a workspace: queues the provisioning of its squadhub, or as a draft only holds its name
         * @description Make a workspace: queues the provisioning of its squadhub, or as a draft only holds its name.
         *
         *     For members of the account, role admin and up.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/by-name/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace with this public name, if it is one of yours
         * @description The workspace with this public name, if it is one of yours.
         *
         *     For signed-in people.
         */
        get: operations["findTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workspace
         * @description The workspace.
         *
         *     For members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the workspace's settings; another time zone moves its routines
         * @description Change the workspace's settings; another time zone moves its routines.
         *
         *     For members of the workspace, role admin and up.
         */
        patch: operations["updateTenant"];
        trace?: never;
    };
    "/t/{tenantId}/provision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a draft, or try again after a start that failed
         * @description Start a draft, or try again after a start that failed.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["provisionTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give up a draft and its name
         * @description Give up a draft and its name.
         *
         *     For members of the workspace, role admin and up.
         */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/deprovision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the workspace down and erase everything in it
         * @description Take the workspace down and erase everything in it.
         *
         *     For members of the workspace, role owner and up.
         */
        post: operations["deprovisionTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/sleep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the squadhub until something needs it; the board stays open
         * @description Stop the squadhub until something needs it; the board stays open.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["sleepTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/wake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the squadhub of a workspace that sleeps, or was stopped by a start that failed
         * @description Start the squadhub of a workspace that sleeps, or was stopped by a start that failed.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["wakeTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the squadhub and start it again
         * @description Stop the squadhub and start it again.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["restartTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the squadhub to the present version and the plan's size; it goes back by itself when that does not start
         * @description Bring the squadhub to the present version and the plan's size; it goes back by itself when that does not start.
         *
         *     For members of the workspace, role admin and up.
         */
        post: operations["upgradeTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a person has opened the workspace: a squad that sleeps is woken
         * @description Say that a person has opened the workspace: a squad that sleeps is woken.
         *
         *     For members of the workspace, role viewer and up.
         */
        post: operations["openTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to the squadhub, newest first
         * @description What was done to the squadhub, newest first.
         *
         *     For members of the workspace, role viewer and up.
         */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{tenantId}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run with its stages
         * @description One run with its stages.
         *
         *     For members of the workspace, role viewer and up.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            accountId: string;
            name: string;
            /** @enum {string} */
            plan: "micro" | "small" | "medium" | "large";
            /** @description Workspaces that count against the plan */
            workspaces: number;
            /** @description Members, who count against the plan */
            members: number;
            /** Format: date-time */
            createdAt: string;
        };
        Activity: {
            /** @example act_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            activityId: string;
            /** @enum {string} */
            type: "tenant_activated" | "tenant_changed" | "break_glass" | "agent_online" | "agent_registered" | "agent_updated" | "task_created" | "task_assigned" | "task_updated" | "task_status_changed" | "task_approved" | "task_changes_requested" | "task_deleted" | "task_commented" | "subtask_changed" | "notification_sent" | "notification_undeliverable" | "messages_held" | "routine_created" | "routine_updated" | "routine_deleted" | "routine_triggered" | "routine_skipped" | "document_added" | "document_updated" | "document_deleted" | "business_saved" | "business_approved" | "business_removed" | "channel_updated" | "channel_connected" | "channel_disconnected";
            by: components["schemas"]["Author"];
            /** @description One sentence without the author's name */
            message: string;
            /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            taskId?: string;
            /** Format: date-time */
            createdAt: string;
        };
        Agent: {
            /** @example inky */
            agentId: string;
            name: string;
            role: string;
            emoji: string;
            /** @description Minutes of the hour at which the agent wakes if it has open work */
            heartbeatMinutes: number[];
            /** @enum {string} */
            state: "online" | "offline" | "asleep";
            /** Format: date-time */
            lastSeenAt?: string;
        };
        AuditEntry: {
            /** @example evt_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            eventId: string;
            /** Format: date-time */
            at: string;
            by: {
                /** @enum {string} */
                type: "user" | "operator" | "machine" | "system" | "public";
                id?: string;
                name?: string;
            };
            /** @description The operation's id in the API */
            action: string;
            /** @enum {string} */
            outcome: "done" | "denied" | "failed";
            /** @description The error code, unless the outcome is `done` */
            reason?: string;
            accountId?: string;
            tenantId?: string;
            /** @description Ids of the resources concerned */
            resources: {
                [key: string]: string;
            };
            /** @description The requested changes, without secrets */
            changes?: unknown;
            ip?: string;
            userAgent?: string;
            requestId?: string;
        };
        Author: {
            /** @enum {string} */
            type: "user" | "agent" | "system";
            id: string;
            name: string;
        };
        Backup: {
            /** @example bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            backupId: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Bytes of the archive */
            size: number;
            /**
             * @description Somebody asked for it, or it was made before an upgrade or a restore
             * @enum {string}
             */
            why: "asked" | "upgrade" | "restore";
            /** @description Which definition of the squadhub ran */
            revision: number;
            /** @description The gateway's own version */
            version?: string;
        };
        Business: {
            url: string;
            name?: string;
            description?: string;
            favicon?: string;
            metadata: {
                title?: string;
                ogImage?: string;
                industry?: string;
                keywords?: string[];
                targetAudience?: string;
                tone?: string;
            };
            /** @description Whether a person has approved it */
            approved: boolean;
            /** Format: date-time */
            approvedAt?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        Channel: {
            /** @enum {string} */
            type: "telegram";
            /** @enum {string} */
            status: "disconnected" | "connected";
            settings: {
                label?: string;
                botUsername?: string;
            };
            /** Format: date-time */
            connectedAt?: string;
            /**
             * Format: date-time
             * @description Absent before the first change
             */
            updatedAt?: string;
            /** @description 0 before the first change */
            version: number;
        };
        Chat: {
            /** @example cht_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            chatId: string;
            /** @example inky */
            agentId: string;
            by: components["schemas"]["Author"];
            text: string;
            /** @enum {string} */
            status: "queued" | "answering" | "done" | "failed" | "aborted";
            /** @description Once it is over; of one that failed or was aborted, what had been said until then */
            answer?: string;
            /** @description Why it failed, and what to do */
            error?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            endedAt?: string;
        };
        DeadLetter: {
            id: string;
            lane: {
                tenantId: string;
                agentId: string;
            };
            /** Format: date-time */
            sentAt: string;
            receives: number;
        };
        Document: {
            /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            documentId: string;
            /** @enum {string} */
            kind: "text" | "file";
            /** @enum {string} */
            type: "deliverable" | "research" | "reference" | "note";
            title: string;
            /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            taskId?: string;
            by: components["schemas"]["Author"];
            /** @description Bytes */
            size: number;
            file?: {
                name: string;
                contentType: string;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        Execution: {
            /** @enum {string} */
            workflow: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
            /** @description The run's id; the clean-up after an aborted run has another name */
            name: string;
            /** @enum {string} */
            status: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";
            tenantId?: string;
            runId?: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt?: string;
        };
        ExecutionDetails: {
            /** @enum {string} */
            workflow: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
            /** @description The run's id; the clean-up after an aborted run has another name */
            name: string;
            /** @enum {string} */
            status: "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";
            tenantId?: string;
            runId?: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt?: string;
            input: unknown;
            output?: unknown;
            error?: string;
            cause?: string;
            /** @description The states, in the order in which they were entered */
            visits: {
                state: string;
                type: string;
                input?: unknown;
                output?: unknown;
                /** Format: date-time */
                enteredAt: string;
                /**
                 * Format: date-time
                 * @description Absent for the current state, and for the state in which the execution ended
                 */
                exitedAt?: string;
                /** @description Attempts after the first */
                retries: number;
                errors: {
                    error: string;
                    cause: string;
                    /** Format: date-time */
                    at: string;
                }[];
            }[];
            /** @description The state machine at the time of the execution */
            machine: components["schemas"]["MachineShape"];
        };
        Invitation: {
            /** @example inv_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            invitationId: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "viewer";
            tenantIds?: string[];
            /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            invitedBy: string;
            invitedByName: string;
            /** @enum {string} */
            status: "open" | "accepted" | "revoked" | "expired";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        Lane: {
            agentId: string;
            /** @enum {string} */
            state: "flowing" | "retrying" | "parked";
            /** @description Failed attempts since the last success */
            attempt: number;
            /** Format: date-time */
            nextAttemptAt?: string;
            reason?: string;
            /** @description Pending notifications; 100 means that many or more */
            pending: number;
        };
        MachineShape: {
            startAt: string;
            /** @description The states, in the order of the definition */
            states: {
                name: string;
                type: string;
                comment?: string;
                timeoutSeconds?: number;
                edges: {
                    to: string;
                    /**
                     * @description `catch`: after a failure; `choice`: if a condition holds
                     * @enum {string}
                     */
                    kind: "next" | "choice" | "catch";
                }[];
            }[];
        };
        Member: {
            /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            userId: string;
            name: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "viewer";
            tenantIds?: string[];
            /**
             * Format: date-time
             * @description When they joined
             */
            createdAt: string;
        };
        Message: {
            /** @example msg_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            messageId: string;
            /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            taskId: string;
            by: components["schemas"]["Author"];
            text: string;
            /** Format: date-time */
            createdAt: string;
        };
        Notification: {
            /** @example ntf_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            notificationId: string;
            /** @example inky */
            agentId: string;
            /** @enum {string} */
            type: "task_assigned" | "task_mentioned" | "task_completed" | "message_received" | "review_requested" | "blocked" | "custom";
            from: components["schemas"]["Author"];
            content: string;
            /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            taskId?: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "undeliverable";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up
             */
            settledAt?: string;
        };
        Operator: {
            /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            userId: string;
            name: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "viewer" | "manager" | "admin";
            /** @description Whether the service's configuration names them; such a role cannot be changed here */
            configured: boolean;
        };
        ParkedLane: {
            agentId: string;
            /** @description Failed attempts since the last success */
            attempt: number;
            /** Format: date-time */
            nextAttemptAt: string;
            reason: string;
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @description Name of the workspace */
            name: string;
        };
        Plan: {
            /** @description vCPUs of the squadhub */
            cpu: number;
            /** @description Memory of the squadhub, in GB */
            memory: number;
            /** @description Price in US dollars a month */
            monthly: number;
            /** @description Idle time before the squadhub sleeps; absent if it never does by itself */
            idleMinutes?: number;
            agents: number;
            members: number;
            workspaces: number;
            requestsPerMinute: number;
            messagesPerHour: number;
            documentGigabytes: number;
        };
        /** @description Problem details (RFC 9457) */
        Problem: {
            /** @constant */
            type: "about:blank";
            title: string;
            status: number;
            /** @enum {string} */
            code: "invalid" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "name_taken" | "blocked_by_subtasks" | "too_large" | "unsupported_media_type" | "limit_reached" | "rate_limited" | "capacity" | "unavailable" | "internal";
            detail: string;
            fields?: {
                field: string;
                message: string;
            }[];
            requestId: string;
        };
        Reaped: {
            /** @description Runs that were held long enough */
            released: number;
            /** @description Clean-ups that are tried again */
            retried: number;
            /** @description Runs whose execution had not begun */
            restarted: number;
            /** @description Drafts whose time was over */
            drafts: number;
            /** @description What could not be dealt with now; the log says why */
            failed: number;
        };
        Routine: {
            /** @example rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            routineId: string;
            title: string;
            description?: string;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            color: string;
            enabled: boolean;
            schedule: {
                daysOfWeek: number[];
                hour: number;
                minute: number;
            };
            /**
             * @description The task that it made last
             * @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z
             */
            taskId?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        Run: {
            /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            runId: string;
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @enum {string} */
            workflow: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
            /** @enum {string} */
            status: "pending" | "running" | "held" | "rolling_back" | "succeeded" | "failed" | "rollback_incomplete";
            /** @description The stage that is under way or was last */
            stage?: string;
            /** @description In order */
            stages: {
                name: string;
                /** @description The stage in words for customers */
                label: string;
                /** @enum {string} */
                status: "pending" | "running" | "done" | "failed" | "undoing" | "undone" | "undo_failed";
                /** Format: date-time */
                startedAt?: string;
                /** Format: date-time */
                endedAt?: string;
            }[];
            /** @description Tries of the current stage so far */
            attempt: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uri */
            url?: string;
            /** @description For the customer; operators find the details in the run's evidence */
            error?: {
                stage: string;
                code: string;
                message: string;
            };
        };
        RunWithEvidence: {
            /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            runId: string;
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @enum {string} */
            workflow: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
            /** @enum {string} */
            status: "pending" | "running" | "held" | "rolling_back" | "succeeded" | "failed" | "rollback_incomplete";
            /** @description The stage that is under way or was last */
            stage?: string;
            /** @description In order */
            stages: {
                name: string;
                /** @description The stage in words for customers */
                label: string;
                /** @enum {string} */
                status: "pending" | "running" | "done" | "failed" | "undoing" | "undone" | "undo_failed";
                /** Format: date-time */
                startedAt?: string;
                /** Format: date-time */
                endedAt?: string;
            }[];
            /** @description Tries of the current stage so far */
            attempt: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uri */
            url?: string;
            /** @description For the customer; operators find the details in the run's evidence */
            error?: {
                stage: string;
                code: string;
                message: string;
            };
            /** @description What was seen before clean-up began */
            evidence?: {
                step: string;
                error: string;
                cause: string;
                stoppedReason?: string;
                exitCode?: number;
                /** @description The gateway's last lines, oldest first */
                logs: string[];
            };
            /** @description Steps whose undo failed for good */
            left?: string[];
            /** @description Should it fail, it waits before it is undone */
            hold?: boolean;
            /**
             * Format: date-time
             * @description When it is undone although nobody released it
             */
            heldUntil?: string;
            /** @description How often its undos were tried again since */
            reaps?: number;
        };
        Schedule: {
            name: string;
            /**
             * @description Purpose: ring a lane, fire a routine, send an agent its heartbeat, check whether the squadhub may sleep, or resume chats
             * @enum {string}
             */
            kind: "lane" | "routine" | "heartbeat" | "idle" | "chat";
            /** @description Id of the agent or routine */
            about?: string;
            /** @description In the syntax of EventBridge Scheduler: cron(…), rate(…) or at(…) */
            expression: string;
            timezone: string;
            /**
             * Format: date-time
             * @description Absent if it will not fire again
             */
            nextAt?: string;
        };
        Squadhub: {
            /** @description The gateway has reported ready since it was last started */
            ready: boolean;
            version?: string;
            /** @description Which definition it is made from; an upgrade makes the next */
            revision: number;
            /** @description There is a newer version, which an upgrade would bring */
            isOutdated: boolean;
            /** Format: date-time */
            readyAt?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            memoryMb?: number;
        };
        SquadhubMetadata: {
            cell: {
                account: string;
                region: string;
                cluster: string;
                fileSystem: string;
            };
            revision: number;
            /** @description Ids of its cloud resources */
            resources: {
                [key: string]: string;
            };
            version?: string;
            /** Format: date-time */
            readyAt?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            memoryMb?: number;
        };
        SquadhubOverview: {
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @description Name of the workspace */
            name: string;
            /** @enum {string} */
            status: "draft" | "provisioning" | "active" | "stopping" | "sleeping" | "starting" | "maintenance" | "stopped" | "suspended" | "deprovisioning" | "deleted" | "error";
            /** @enum {string} */
            plan: "micro" | "small" | "medium" | "large";
            /**
             * @description The latest run
             * @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z
             */
            runId?: string;
            /** Format: date-time */
            createdAt: string;
            version?: string;
            /** Format: date-time */
            readyAt?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            /** @description From the gateway's last report */
            memoryMb?: number;
            /**
             * Format: date-time
             * @description When the next check for idleness is
             */
            idleCheckAt?: string;
        };
        Subtask: {
            /** @example sub_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            subtaskId: string;
            /** @description Its place in the list from 1, as the CLI addresses it */
            index: number;
            title: string;
            description?: string;
            /** @example inky */
            assignee?: string;
            /** @enum {string} */
            status: "pending" | "in_progress" | "done" | "blocked";
            /** @description Why it is blocked */
            reason?: string;
        };
        Task: {
            /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            taskId: string;
            title: string;
            description?: string;
            /** @enum {string} */
            status: "inbox" | "assigned" | "in_progress" | "review" | "done";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            assignees: string[];
            /** @description Who created it */
            by: components["schemas"]["Author"];
            /** @description Subtasks that hold it back from review: pending or in progress */
            openSubtasks: number;
            subtasks: number;
            comments: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Grows with each change; send it back to change only what you have seen */
            version: number;
        };
        Tenant: {
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            accountId: string;
            /**
             * @description Host label of the workspace: 3–20 characters of a–z, 0–9 and hyphen; unique
             * @example acme
             */
            name: string;
            goal?: string;
            leadName: string;
            /**
             * @description The template of the squad; `clawe` when absent
             * @enum {string}
             */
            squad?: "clawe" | "butler";
            region: string;
            timezone: string;
            /** @enum {string} */
            plan: "micro" | "small" | "medium" | "large";
            /** @enum {string} */
            status: "draft" | "provisioning" | "active" | "stopping" | "sleeping" | "starting" | "maintenance" | "stopped" | "suspended" | "deprovisioning" | "deleted" | "error";
            /**
             * @description The latest run; absent for a draft
             * @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z
             */
            runId?: string;
            /**
             * Format: date-time
             * @description When a draft expires and its name is free again
             */
            draftUntil?: string;
            /** @description Send it with a change, which is refused if somebody else made one before */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        TenantMetadata: {
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            accountId: string;
            /**
             * @description Host label of the workspace: 3–20 characters of a–z, 0–9 and hyphen; unique
             * @example acme
             */
            name: string;
            /**
             * @description The template of the squad; `clawe` when absent
             * @enum {string}
             */
            squad?: "clawe" | "butler";
            region: string;
            timezone: string;
            /** @enum {string} */
            plan: "micro" | "small" | "medium" | "large";
            /** @enum {string} */
            status: "draft" | "provisioning" | "active" | "stopping" | "sleeping" | "starting" | "maintenance" | "stopped" | "suspended" | "deprovisioning" | "deleted" | "error";
            /**
             * @description The latest run; absent for a draft
             * @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z
             */
            runId?: string;
            /**
             * Format: date-time
             * @description When a draft expires and its name is free again
             */
            draftUntil?: string;
            /** @description Send it with a change, which is refused if somebody else made one before */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Upload: {
            /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            documentId: string;
            /** @description POST it as multipart/form-data: these fields, then the part `file` */
            form: {
                /** Format: uri */
                url: string;
                fields: {
                    [key: string]: string;
                };
                /** Format: date-time */
                expiresAt: string;
            };
        };
        User: {
            /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            userId: string;
            /** Format: email */
            email: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
    };
    responses: {
        /** @description `conflict`: It does not go with how things stand now; the text says why. With `retry-after`, try again then. */
        conflict: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `conflict`: It does not go with how things stand now; the text says why. With `retry-after`, try again then.
         *
         *     `name_taken`: The name is somebody's already.
         */
        "conflict.name_taken": {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: The caller is known, but may not do this. */
        forbidden: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal`: It failed on our side. Quote the request id when you ask about it. */
        internal: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid`: Something in the request is wrong; `fields` names each place. */
        invalid: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `limit_reached`: The plan has no more of this. */
        limit_reached: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found`: It does not exist, or belongs to somebody else, which looks the same. */
        not_found: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate_limited`: Too many requests in this minute; `retry-after` says when the next one begins. */
        rate_limited: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too_large`: The body is over 1 MB. */
        too_large: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: There is no live token. Sign in again, or send a valid one. */
        unauthenticated: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: Something that we need did not answer. Try again. */
        unavailable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "retry-after": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_media_type`: The body is not JSON in UTF-8. */
        unsupported_media_type: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Quote it when you ask about this answer */
        "x-request-id": string;
        /** @description Seconds until it may work */
        "retry-after": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cpu": 1,
                     *           "memory": 1,
                     *           "monthly": 1,
                     *           "idleMinutes": 1,
                     *           "agents": 1,
                     *           "members": 1,
                     *           "workspaces": 1,
                     *           "requestsPerMinute": 1,
                     *           "messagesPerHour": 1,
                     *           "documentGigabytes": 1,
                     *           "plan": "micro"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @description vCPUs of the squadhub */
                            cpu: number;
                            /** @description Memory of the squadhub, in GB */
                            memory: number;
                            /** @description Price in US dollars a month */
                            monthly: number;
                            /** @description Idle time before the squadhub sleeps; absent if it never does by itself */
                            idleMinutes?: number;
                            agents: number;
                            members: number;
                            workspaces: number;
                            requestsPerMinute: number;
                            messagesPerHour: number;
                            documentGigabytes: number;
                            /** @enum {string} */
                            plan: "micro" | "small" | "medium" | "large";
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid"];
            500: components["responses"]["internal"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada Lovelace"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "Ada Lovelace",
                     *       "plan": "micro",
                     *       "workspaces": 1,
                     *       "members": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "Ada Lovelace",
                     *       "plan": "micro",
                     *       "workspaces": 1,
                     *       "members": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "limits": {
                     *         "cpu": 1,
                     *         "memory": 1,
                     *         "monthly": 1,
                     *         "idleMinutes": 1,
                     *         "agents": 1,
                     *         "members": 1,
                     *         "workspaces": 1,
                     *         "requestsPerMinute": 1,
                     *         "messagesPerHour": 1,
                     *         "documentGigabytes": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        accountId: string;
                        name: string;
                        /** @enum {string} */
                        plan: "micro" | "small" | "medium" | "large";
                        /** @description Workspaces that count against the plan */
                        workspaces: number;
                        /** @description Members, who count against the plan */
                        members: number;
                        /** Format: date-time */
                        createdAt: string;
                        limits: components["schemas"]["Plan"];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    renameAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada Lovelace"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "Ada Lovelace",
                     *       "plan": "micro",
                     *       "workspaces": 1,
                     *       "members": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listAccountAudit: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "evt_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "at": "2026-11-23T04:42:10.123Z",
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "action": "text",
                     *           "outcome": "done",
                     *           "reason": "The password is missing.",
                     *           "accountId": "text",
                     *           "tenantId": "text",
                     *           "resources": {},
                     *           "changes": {},
                     *           "ip": "text",
                     *           "userAgent": "text",
                     *           "requestId": "8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "activityId": "act_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "type": "tenant_activated",
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "message": "created “Write the launch post”",
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "createdAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Activity"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    issueSocketTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": "5mEz0Y0s0cBlsOSvAtSUtY3M2vcJpYw1",
                     *       "expiresAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Opens one WebSocket at wss://…/ws?ticket=… */
                        ticket: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agentId": "inky",
                     *           "name": "Ada Lovelace",
                     *           "role": "Content Writer",
                     *           "emoji": "✍️",
                     *           "heartbeatMinutes": [
                     *             1
                     *           ],
                     *           "state": "online",
                     *           "lastSeenAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Agent"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    registerAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agentId": "ada",
                 *       "name": "Ada",
                 *       "role": "Analyst",
                 *       "emoji": "📊"
                 *     }
                 */
                "application/json": {
                    /** @example inky */
                    agentId: string;
                    name: string;
                    role: string;
                    /**
                     * @description One emoji
                     * @default 🤖
                     */
                    emoji?: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agentId": "inky",
                     *       "name": "Ada Lovelace",
                     *       "role": "Content Writer",
                     *       "emoji": "✍️",
                     *       "heartbeatMinutes": [
                     *         1
                     *       ],
                     *       "state": "online",
                     *       "lastSeenAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "Editor"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    role?: string;
                    /** @description One emoji */
                    emoji?: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agentId": "inky",
                     *       "name": "Ada Lovelace",
                     *       "role": "Content Writer",
                     *       "emoji": "✍️",
                     *       "heartbeatMinutes": [
                     *         1
                     *       ],
                     *       "state": "online",
                     *       "lastSeenAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "notificationId": "ntf_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "agentId": "inky",
                     *           "type": "task_assigned",
                     *           "from": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "content": "The brief has changed: see the task.",
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "settledAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    confirmRead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notificationIds": [
                 *         "ntf_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What the agent has read */
                    notificationIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    backUpTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listBackups: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "backupId": "bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "size": 1,
                     *           "why": "asked",
                     *           "revision": 1,
                     *           "version": "2026.11.1"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Backup"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    restoreTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "backupId": "bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                 *     }
                 */
                "application/json": {
                    /** @example bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                    backupId: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://clawe.example/w/acme",
                     *       "name": "Ada Lovelace",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "favicon": "text",
                     *       "metadata": {
                     *         "title": "Write the launch post",
                     *         "ogImage": "text",
                     *         "industry": "text",
                     *         "keywords": [
                     *           "text"
                     *         ],
                     *         "targetAudience": "text",
                     *         "tone": "text"
                     *       },
                     *       "approved": true,
                     *       "approvedAt": "2026-11-23T04:42:10.123Z",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Business"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    removeBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    saveBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://acme.example",
                 *       "name": "Acme",
                 *       "metadata": {
                 *         "keywords": [
                 *           "anvils"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description Address of the website; required for the first save
                     */
                    url?: string;
                    name?: string | null;
                    description?: string | null;
                    favicon?: string | null;
                    metadata?: {
                        title?: string | null;
                        ogImage?: string | null;
                        industry?: string | null;
                        keywords?: string[] | null;
                        targetAudience?: string | null;
                        tone?: string | null;
                    };
                    /**
                     * @description A person has approved this context
                     * @constant
                     */
                    approve?: true;
                    /**
                     * @description Update the agents' files, without BOOTSTRAP.md
                     * @constant
                     */
                    removeBootstrap?: true;
                    /** @description The expected version; the change is refused with `conflict` if it is another */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://clawe.example/w/acme",
                     *       "name": "Ada Lovelace",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "favicon": "text",
                     *       "metadata": {
                     *         "title": "Write the launch post",
                     *         "ogImage": "text",
                     *         "industry": "text",
                     *         "keywords": [
                     *           "text"
                     *         ],
                     *         "targetAudience": "text",
                     *         "tone": "text"
                     *       },
                     *       "approved": true,
                     *       "approvedAt": "2026-11-23T04:42:10.123Z",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Business"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    approveBusiness: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The expected version; the change is refused with `conflict` if it is another */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://clawe.example/w/acme",
                     *       "name": "Ada Lovelace",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "favicon": "text",
                     *       "metadata": {
                     *         "title": "Write the launch post",
                     *         "ogImage": "text",
                     *         "industry": "text",
                     *         "keywords": [
                     *           "text"
                     *         ],
                     *         "targetAudience": "text",
                     *         "tone": "text"
                     *       },
                     *       "approved": true,
                     *       "approvedAt": "2026-11-23T04:42:10.123Z",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Business"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "telegram",
                     *           "status": "disconnected",
                     *           "settings": {
                     *             "label": "Starting the squadhub",
                     *             "botUsername": "text"
                     *           },
                     *           "connectedAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Channel"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example telegram */
                channel: "telegram";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "telegram",
                     *       "status": "disconnected",
                     *       "settings": {
                     *         "label": "Starting the squadhub",
                     *         "botUsername": "text"
                     *       },
                     *       "connectedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example telegram */
                channel: "telegram";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Our bot",
                 *       "botUsername": "acme_bot"
                 *     }
                 */
                "application/json": {
                    /** @description A name for people; null removes it */
                    label?: (string & (unknown & unknown)) | null;
                    botUsername?: string | null;
                    /** @description The expected version; the change is refused with `conflict` if it is another */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "telegram",
                     *       "status": "disconnected",
                     *       "settings": {
                     *         "label": "Starting the squadhub",
                     *         "botUsername": "text"
                     *       },
                     *       "connectedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listChat: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "chatId": "cht_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "agentId": "inky",
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "Looks good. @inky please shorten the intro.",
                     *           "status": "queued",
                     *           "answer": "text",
                     *           "error": "text",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Chat"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    askAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Looks good. @inky please shorten the intro."
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chatId": "cht_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "agentId": "inky",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Looks good. @inky please shorten the intro.",
                     *       "status": "queued",
                     *       "answer": "text",
                     *       "error": "text",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Chat"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    abortChat: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
                /** @example cht_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                chatId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chatId": "cht_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "agentId": "inky",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Looks good. @inky please shorten the intro.",
                     *       "status": "queued",
                     *       "answer": "text",
                     *       "error": "text",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Chat"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
                /**
                 * @description Only documents of this type
                 * @example deliverable
                 */
                type?: "deliverable" | "research" | "reference" | "note";
                /**
                 * @description Only documents of this task, oldest first
                 * @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                 */
                taskId?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "documentId": "doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "kind": "text",
                     *           "type": "deliverable",
                     *           "title": "Write the launch post",
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "size": 1,
                     *           "file": {
                     *             "name": "Ada Lovelace",
                     *             "contentType": "text"
                     *           },
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Document"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "deliverable",
                 *       "title": "Write the launch post",
                 *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                 *       "content": "The brief has changed: see the task.",
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    type: "deliverable" | "research" | "reference" | "note";
                    title: string;
                    /**
                     * @description The task it belongs to
                     * @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                     */
                    taskId?: string;
                    /** @description Markdown */
                    content: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documentId": "doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "kind": "text",
                     *       "type": "deliverable",
                     *       "title": "Write the launch post",
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "size": 1,
                     *       "file": {
                     *         "name": "Ada Lovelace",
                     *         "contentType": "text"
                     *       },
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    beginUpload: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "deliverable",
                 *       "title": "Write the launch post",
                 *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                 *       "file": {
                 *         "name": "Ada Lovelace",
                 *         "contentType": "image/png",
                 *         "size": 1
                 *       },
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    type: "deliverable" | "research" | "reference" | "note";
                    title: string;
                    /**
                     * @description The task it belongs to
                     * @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                     */
                    taskId?: string;
                    file: {
                        name: string & (unknown & unknown);
                        /** @example image/png */
                        contentType: string;
                        /** @description Bytes, exactly */
                        size: number;
                    };
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documentId": "doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "form": {
                     *         "url": "https://example.com/",
                     *         "fields": {},
                     *         "expiresAt": "2026-11-23T04:42:10.123Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    confirmUpload: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documentId": "doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "kind": "text",
                     *       "type": "deliverable",
                     *       "title": "Write the launch post",
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "size": 1,
                     *       "file": {
                     *         "name": "Ada Lovelace",
                     *         "contentType": "text"
                     *       },
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documentId": "doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "kind": "text",
                     *       "type": "deliverable",
                     *       "title": "Write the launch post",
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "size": 1,
                     *       "file": {
                     *         "name": "Ada Lovelace",
                     *         "contentType": "text"
                     *       },
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "content": "The brief has changed: see the task."
                     *     }
                     */
                    "application/json": {
                        /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        documentId: string;
                        /** @enum {string} */
                        kind: "text" | "file";
                        /** @enum {string} */
                        type: "deliverable" | "research" | "reference" | "note";
                        title: string;
                        /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        taskId?: string;
                        by: components["schemas"]["Author"];
                        /** @description Bytes */
                        size: number;
                        file?: {
                            name: string;
                            contentType: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        version: number;
                        /** @description Markdown; absent for a file */
                        content?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: {
                /**
                 * @description The id of the acting agent; only with a squadhub token
                 * @example text
                 */
                by?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Write the launch post",
                 *       "type": "deliverable",
                 *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                 *       "version": 1,
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    title?: string;
                    /** @enum {string} */
                    type?: "deliverable" | "research" | "reference" | "note";
                    /** @description null takes it from its task */
                    taskId?: string | null;
                    /** @description Refuse with `conflict` unless it is still at this version */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documentId": "doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "kind": "text",
                     *       "type": "deliverable",
                     *       "title": "Write the launch post",
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "size": 1,
                     *       "file": {
                     *         "name": "Ada Lovelace",
                     *         "contentType": "text"
                     *       },
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    downloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example doc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://example.com/",
                     *       "expiresAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uri */
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["invalid"];
            500: components["responses"]["internal"];
        };
    };
    getDeepHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "checks": [
                     *         {
                     *           "name": "table",
                     *           "ok": true,
                     *           "milliseconds": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Whether all checks are ok */
                        ok: boolean;
                        checks: {
                            /** @enum {string} */
                            name: "table";
                            ok: boolean;
                            /** @description Response time */
                            milliseconds: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getOwnOperator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "Ada Lovelace",
                     *       "role": "viewer"
                     *     }
                     */
                    "application/json": {
                        /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        userId: string;
                        name: string;
                        /** @enum {string} */
                        role: "viewer" | "manager" | "admin";
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listSquadhubs: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "Ada Lovelace",
                     *           "status": "draft",
                     *           "plan": "micro",
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "version": "2026.11.1",
                     *           "readyAt": "2026-11-23T04:42:10.123Z",
                     *           "lastSeenAt": "2026-11-23T04:42:10.123Z",
                     *           "memoryMb": 1,
                     *           "idleCheckAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SquadhubOverview"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listExecutions: {
        parameters: {
            query?: {
                /**
                 * @description All workflows when absent
                 * @example provision
                 */
                workflow?: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
                /**
                 * @description Items per page, at most 25
                 * @example 25
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "workflow": "provision",
                     *           "name": "Ada Lovelace",
                     *           "status": "RUNNING",
                     *           "tenantId": "text",
                     *           "runId": "text",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Execution"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    inspectExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example provision */
                workflow: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
                /**
                 * @description The `name` in the list of executions
                 * @example text
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "workflow": "provision",
                     *       "name": "Ada Lovelace",
                     *       "status": "RUNNING",
                     *       "tenantId": "text",
                     *       "runId": "text",
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "input": {},
                     *       "output": {},
                     *       "error": "text",
                     *       "cause": "text",
                     *       "visits": [
                     *         {
                     *           "state": "text",
                     *           "type": "text",
                     *           "input": {},
                     *           "output": {},
                     *           "enteredAt": "2026-11-23T04:42:10.123Z",
                     *           "exitedAt": "2026-11-23T04:42:10.123Z",
                     *           "retries": 1,
                     *           "errors": [
                     *             {
                     *               "error": "text",
                     *               "cause": "text",
                     *               "at": "2026-11-23T04:42:10.123Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "machine": {
                     *         "startAt": "text",
                     *         "states": [
                     *           {
                     *             "name": "Ada Lovelace",
                     *             "type": "text",
                     *             "comment": "text",
                     *             "timeoutSeconds": 1,
                     *             "edges": [
                     *               {
                     *                 "to": "text",
                     *                 "kind": "next"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExecutionDetails"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    inspectSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "kind": "lane",
                     *           "about": "text",
                     *           "expression": "text",
                     *           "timezone": "Europe/Berlin",
                     *           "nextAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Schedule"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    watchTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": "5mEz0Y0s0cBlsOSvAtSUtY3M2vcJpYw1",
                     *       "expiresAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Opens one WebSocket at wss://…/ws?ticket=… */
                        ticket: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "invitationId": "inv_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "email": "ada@example.com",
                     *           "role": "owner",
                     *           "tenantIds": [
                     *             "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                     *           ],
                     *           "invitedBy": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "invitedByName": "Ada Lovelace",
                     *           "status": "open",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "expiresAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "role": "owner",
                 *       "tenantIds": [
                 *         "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "member" | "viewer";
                    /** @description The only workspaces that they will see. For the roles member and viewer */
                    tenantIds?: string[];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invitationId": "inv_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "email": "ada@example.com",
                     *       "role": "owner",
                     *       "tenantIds": [
                     *         "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                     *       ],
                     *       "invitedBy": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "invitedByName": "Ada Lovelace",
                     *       "status": "open",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "expiresAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
                /** @example inv_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Zq3v6yB8dE1gH4jK7mN0pR3tU6wX9zA2cF5iL8oS1vY"
                 *     }
                 */
                "application/json": {
                    /** @description The part after # of the link in the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountName": "Ada Lovelace's account",
                     *       "invitedByName": "Ada Lovelace",
                     *       "email": "ada@example.com",
                     *       "role": "owner",
                     *       "expiresAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": {
                        accountName: string;
                        invitedByName: string;
                        /**
                         * Format: email
                         * @description The address with which it can be accepted
                         */
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "viewer";
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            404: components["responses"]["not_found"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Zq3v6yB8dE1gH4jK7mN0pR3tU6wX9zA2cF5iL8oS1vY"
                 *     }
                 */
                "application/json": {
                    /** @description The part after # of the link in the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "role": "owner"
                     *     }
                     */
                    "application/json": {
                        /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        accountId: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "viewer";
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "Ada Lovelace",
                     *           "email": "ada@example.com",
                     *           "role": "owner",
                     *           "tenantIds": [
                     *             "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                     *           ],
                     *           "createdAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
                /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
                /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "owner",
                 *       "tenantIds": [
                 *         "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role?: "owner" | "admin" | "member" | "viewer";
                    /** @description The only workspaces that the member sees; null for all of them. For the roles member and viewer */
                    tenantIds?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "Ada Lovelace",
                     *       "email": "ada@example.com",
                     *       "role": "owner",
                     *       "tenantIds": [
                     *         "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                     *       ],
                     *       "createdAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    leaveAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    transferOwnership: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z"
                 *     }
                 */
                "application/json": {
                    /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    notifyAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agentId": "inky",
                 *       "content": "The brief has changed: see the task.",
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Who is to hear it
                     * @example inky
                     */
                    agentId: string;
                    content: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example inky */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "notificationId": "ntf_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "agentId": "inky",
                     *           "type": "task_assigned",
                     *           "from": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "content": "The brief has changed: see the task.",
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "settledAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listOpenRuns: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "workflow": "provision",
                     *           "status": "pending",
                     *           "stage": "StartService",
                     *           "stages": [
                     *             {
                     *               "name": "Ada Lovelace",
                     *               "label": "Starting the squadhub",
                     *               "status": "pending",
                     *               "startedAt": "2026-11-23T04:42:10.123Z",
                     *               "endedAt": "2026-11-23T04:42:10.123Z"
                     *             }
                     *           ],
                     *           "attempt": 1,
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z",
                     *           "url": "https://example.com/",
                     *           "error": {
                     *             "stage": "StartService",
                     *             "code": "text",
                     *             "message": "created “Write the launch post”"
                     *           },
                     *           "evidence": {
                     *             "step": "text",
                     *             "error": "text",
                     *             "cause": "text",
                     *             "stoppedReason": "text",
                     *             "exitCode": 1,
                     *             "logs": [
                     *               "text"
                     *             ]
                     *           },
                     *           "left": [
                     *             "text"
                     *           ],
                     *           "hold": true,
                     *           "heldUntil": "2026-11-23T04:42:10.123Z",
                     *           "reaps": 1
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RunWithEvidence"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    inspectRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       },
                     *       "evidence": {
                     *         "step": "text",
                     *         "error": "text",
                     *         "cause": "text",
                     *         "stoppedReason": "text",
                     *         "exitCode": 1,
                     *         "logs": [
                     *           "text"
                     *         ]
                     *       },
                     *       "left": [
                     *         "text"
                     *       ],
                     *       "hold": true,
                     *       "heldUntil": "2026-11-23T04:42:10.123Z",
                     *       "reaps": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunWithEvidence"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    inspectRuns: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "workflow": "provision",
                     *           "status": "pending",
                     *           "stage": "StartService",
                     *           "stages": [
                     *             {
                     *               "name": "Ada Lovelace",
                     *               "label": "Starting the squadhub",
                     *               "status": "pending",
                     *               "startedAt": "2026-11-23T04:42:10.123Z",
                     *               "endedAt": "2026-11-23T04:42:10.123Z"
                     *             }
                     *           ],
                     *           "attempt": 1,
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z",
                     *           "url": "https://example.com/",
                     *           "error": {
                     *             "stage": "StartService",
                     *             "code": "text",
                     *             "message": "created “Write the launch post”"
                     *           },
                     *           "evidence": {
                     *             "step": "text",
                     *             "error": "text",
                     *             "cause": "text",
                     *             "stoppedReason": "text",
                     *             "exitCode": 1,
                     *             "logs": [
                     *               "text"
                     *             ]
                     *           },
                     *           "left": [
                     *             "text"
                     *           ],
                     *           "hold": true,
                     *           "heldUntil": "2026-11-23T04:42:10.123Z",
                     *           "reaps": 1
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RunWithEvidence"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workflow": "provision",
                 *       "backupId": "bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                 *       "hold": false
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    workflow: "provision" | "deprovision" | "sleep" | "wake" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore";
                    /**
                     * @description What a restore brings back
                     * @example bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                     */
                    backupId?: string;
                    /**
                     * @description Should it fail, keep it as it is for up to 72 hours
                     * @default false
                     */
                    hold?: boolean;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    holdRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    releaseRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    reap: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "released": 1,
                     *       "retried": 1,
                     *       "restarted": 1,
                     *       "drafts": 1,
                     *       "failed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Reaped"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "Ada Lovelace",
                     *           "email": "ada@example.com",
                     *           "role": "viewer",
                     *           "configured": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Operator"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    grantOperator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "viewer" | "manager" | "admin";
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "Ada Lovelace",
                     *       "email": "ada@example.com",
                     *       "role": "viewer",
                     *       "configured": true
                     *     }
                     */
                    "application/json": components["schemas"]["Operator"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listAllTenants: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "acme",
                     *           "squad": "clawe",
                     *           "region": "eu-central-1",
                     *           "timezone": "Europe/Berlin",
                     *           "plan": "micro",
                     *           "status": "draft",
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "draftUntil": "2026-11-23T04:42:10.123Z",
                     *           "version": 1,
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TenantMetadata"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    inspectTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "acme",
                     *       "squad": "clawe",
                     *       "region": "eu-central-1",
                     *       "timezone": "Europe/Berlin",
                     *       "plan": "micro",
                     *       "status": "draft",
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "draftUntil": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "squadhub": {
                     *         "cell": {
                     *           "account": "text",
                     *           "region": "eu-central-1",
                     *           "cluster": "text",
                     *           "fileSystem": "text"
                     *         },
                     *         "revision": 1,
                     *         "resources": {},
                     *         "version": "2026.11.1",
                     *         "readyAt": "2026-11-23T04:42:10.123Z",
                     *         "lastSeenAt": "2026-11-23T04:42:10.123Z",
                     *         "memoryMb": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        tenantId: string;
                        /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        accountId: string;
                        /**
                         * @description Host label of the workspace: 3–20 characters of a–z, 0–9 and hyphen; unique
                         * @example acme
                         */
                        name: string;
                        /**
                         * @description The template of the squad; `clawe` when absent
                         * @enum {string}
                         */
                        squad?: "clawe" | "butler";
                        region: string;
                        timezone: string;
                        /** @enum {string} */
                        plan: "micro" | "small" | "medium" | "large";
                        /** @enum {string} */
                        status: "draft" | "provisioning" | "active" | "stopping" | "sleeping" | "starting" | "maintenance" | "stopped" | "suspended" | "deprovisioning" | "deleted" | "error";
                        /**
                         * @description The latest run; absent for a draft
                         * @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                         */
                        runId?: string;
                        /**
                         * Format: date-time
                         * @description When a draft expires and its name is free again
                         */
                        draftUntil?: string;
                        /** @description Send it with a change, which is refused if somebody else made one before */
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        squadhub?: components["schemas"]["SquadhubMetadata"];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listFailedRuns: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "workflow": "provision",
                     *           "status": "pending",
                     *           "stage": "StartService",
                     *           "stages": [
                     *             {
                     *               "name": "Ada Lovelace",
                     *               "label": "Starting the squadhub",
                     *               "status": "pending",
                     *               "startedAt": "2026-11-23T04:42:10.123Z",
                     *               "endedAt": "2026-11-23T04:42:10.123Z"
                     *             }
                     *           ],
                     *           "attempt": 1,
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z",
                     *           "url": "https://example.com/",
                     *           "error": {
                     *             "stage": "StartService",
                     *             "code": "text",
                     *             "message": "created “Write the launch post”"
                     *           },
                     *           "evidence": {
                     *             "step": "text",
                     *             "error": "text",
                     *             "cause": "text",
                     *             "stoppedReason": "text",
                     *             "exitCode": 1,
                     *             "logs": [
                     *               "text"
                     *             ]
                     *           },
                     *           "left": [
                     *             "text"
                     *           ],
                     *           "hold": true,
                     *           "heldUntil": "2026-11-23T04:42:10.123Z",
                     *           "reaps": 1
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RunWithEvidence"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    inspectLanes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agentId": "text",
                     *           "state": "flowing",
                     *           "attempt": 1,
                     *           "nextAttemptAt": "2026-11-23T04:42:10.123Z",
                     *           "reason": "The password is missing.",
                     *           "pending": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Lane"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listParkedLanes: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "agentId": "text",
                     *           "attempt": 1,
                     *           "nextAttemptAt": "2026-11-23T04:42:10.123Z",
                     *           "reason": "The password is missing.",
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "Ada Lovelace"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ParkedLane"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "lane": {
                     *             "tenantId": "text",
                     *             "agentId": "text"
                     *           },
                     *           "sentAt": "2026-11-23T04:42:10.123Z",
                     *           "receives": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    redriveDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "redriven": 1
                     *     }
                     */
                    "application/json": {
                        redriven: number;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The password is missing."
                 *     }
                 */
                "application/json": {
                    /** @description Shown to the tenant */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "until": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": {
                        /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        tenantId: string;
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
                /**
                 * @description Day in UTC, today by default, for the log of the whole service
                 * @example 2026-11-23
                 */
                day?: string;
                /**
                 * @description Entries about one workspace
                 * @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                 */
                tenantId?: string;
                /**
                 * @description Entries of one person
                 * @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                 */
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "evt_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "at": "2026-11-23T04:42:10.123Z",
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "action": "text",
                     *           "outcome": "done",
                     *           "reason": "The password is missing.",
                     *           "accountId": "text",
                     *           "tenantId": "text",
                     *           "resources": {},
                     *           "changes": {},
                     *           "ip": "text",
                     *           "userAgent": "text",
                     *           "requestId": "8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listRoutines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "routineId": "rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "title": "Write the launch post",
                     *           "description": "800 words, friendly, with one picture.",
                     *           "priority": "low",
                     *           "color": "text",
                     *           "enabled": true,
                     *           "schedule": {
                     *             "daysOfWeek": [
                     *               1
                     *             ],
                     *             "hour": 1,
                     *             "minute": 1
                     *           },
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Routine"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createRoutine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Write the launch post",
                 *       "description": "800 words, friendly, with one picture.",
                 *       "priority": "normal",
                 *       "color": "slate",
                 *       "enabled": true,
                 *       "schedule": {
                 *         "daysOfWeek": [
                 *           1,
                 *           4
                 *         ],
                 *         "hour": 9,
                 *         "minute": 30
                 *       }
                 *     }
                 */
                "application/json": {
                    title: string;
                    description?: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /**
                     * @default slate
                     * @enum {string}
                     */
                    color?: "slate" | "rose" | "amber" | "emerald" | "sky" | "violet";
                    /** @default true */
                    enabled?: boolean;
                    /**
                     * @description In the workspace's time zone
                     * @example {
                     *       "daysOfWeek": [
                     *         1,
                     *         4
                     *       ],
                     *       "hour": 9,
                     *       "minute": 30
                     *     }
                     */
                    schedule: {
                        /** @description 0 is Sunday */
                        daysOfWeek: number[];
                        hour: number;
                        minute: number;
                    };
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "routineId": "rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "priority": "low",
                     *       "color": "text",
                     *       "enabled": true,
                     *       "schedule": {
                     *         "daysOfWeek": [
                     *           1
                     *         ],
                     *         "hour": 1,
                     *         "minute": 1
                     *       },
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Routine"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getRoutine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                routineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "routineId": "rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "priority": "low",
                     *       "color": "text",
                     *       "enabled": true,
                     *       "schedule": {
                     *         "daysOfWeek": [
                     *           1
                     *         ],
                     *         "hour": 1,
                     *         "minute": 1
                     *       },
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Routine"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteRoutine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                routineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateRoutine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                routineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": {
                    title?: string;
                    /** @description An empty one removes it */
                    description?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @enum {string} */
                    color?: "slate" | "rose" | "amber" | "emerald" | "sky" | "violet";
                    enabled?: boolean;
                    /**
                     * @description In the workspace's time zone
                     * @example {
                     *       "daysOfWeek": [
                     *         1,
                     *         4
                     *       ],
                     *       "hour": 9,
                     *       "minute": 30
                     *     }
                     */
                    schedule?: {
                        /** @description 0 is Sunday */
                        daysOfWeek: number[];
                        hour: number;
                        minute: number;
                    };
                    /** @description Refuse with `conflict` unless it is still at this version */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "routineId": "rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "priority": "low",
                     *       "color": "text",
                     *       "enabled": true,
                     *       "schedule": {
                     *         "daysOfWeek": [
                     *           1
                     *         ],
                     *         "hour": 1,
                     *         "minute": 1
                     *       },
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Routine"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    triggerRoutine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example rtn_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                routineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "email": "ada@example.com",
                     *       "name": "Ada Lovelace",
                     *       "createdAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "email": "ada@example.com",
                     *       "name": "Ada Lovelace",
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "accounts": [
                     *         {
                     *           "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "Ada Lovelace",
                     *           "plan": "micro",
                     *           "workspaces": 1,
                     *           "members": 1,
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "role": "owner"
                     *         }
                     *       ],
                     *       "operator": "viewer"
                     *     }
                     */
                    "application/json": {
                        /** @example usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        userId: string;
                        /** Format: email */
                        email: string;
                        name: string;
                        /** Format: date-time */
                        createdAt: string;
                        accounts: {
                            /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                            accountId: string;
                            name: string;
                            /** @enum {string} */
                            plan: "micro" | "small" | "medium" | "large";
                            /** @description Workspaces that count against the plan */
                            workspaces: number;
                            /** @description Members, who count against the plan */
                            members: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "viewer";
                        }[];
                        /**
                         * @description Their role among the people who run the service
                         * @enum {string}
                         */
                        operator?: "viewer" | "manager" | "admin";
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getSquadhub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": true,
                     *       "version": "2026.11.1",
                     *       "revision": 1,
                     *       "isOutdated": true,
                     *       "readyAt": "2026-11-23T04:42:10.123Z",
                     *       "lastSeenAt": "2026-11-23T04:42:10.123Z",
                     *       "memoryMb": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Squadhub"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    reportReady: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bootId": "6f1c2d3e",
                 *       "version": "2026.11.1",
                 *       "agents": [
                 *         "text"
                 *       ]
                 *     }
                 */
                "application/json": {
                    bootId: string;
                    version: string;
                    agents: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    reportAlive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bootId": "6f1c2d3e",
                 *       "memoryMb": 1,
                 *       "working": true
                 *     }
                 */
                "application/json": {
                    bootId: string;
                    memoryMb?: number;
                    /** @description An agent's turn runs, or has since the last report */
                    working?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    reportIdle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bootId": "6f1c2d3e",
                 *       "agentId": "inky"
                 *     }
                 */
                "application/json": {
                    bootId: string;
                    /**
                     * @description Whose turn has ended
                     * @example inky
                     */
                    agentId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
                /**
                 * @description One column of the board
                 * @example inbox
                 */
                status?: "inbox" | "assigned" | "in_progress" | "review" | "done";
                /**
                 * @description Only tasks of this agent
                 * @example inky
                 */
                assignee?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "title": "Write the launch post",
                     *           "description": "800 words, friendly, with one picture.",
                     *           "status": "inbox",
                     *           "priority": "low",
                     *           "assignees": [
                     *             "inky"
                     *           ],
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "openSubtasks": 1,
                     *           "subtasks": 1,
                     *           "comments": 1,
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Write the launch post",
                 *       "description": "800 words, friendly, with one picture.",
                 *       "priority": "normal",
                 *       "assignees": [
                 *         "inky"
                 *       ],
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    title: string;
                    description?: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @default [] */
                    assignees?: string[];
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    planTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Write the launch post",
                 *       "description": "800 words, friendly, with one picture.",
                 *       "priority": "normal",
                 *       "assignee": "inky",
                 *       "by": "inky",
                 *       "subtasks": [
                 *         {
                 *           "title": "Write the launch post",
                 *           "description": "800 words, friendly, with one picture.",
                 *           "assign": "inky"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    title: string;
                    description?: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @example inky */
                    assignee?: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                    subtasks: {
                        title: string;
                        description?: string;
                        /** @example inky */
                        assign?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "items": [
                     *         {
                     *           "subtaskId": "sub_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "index": 1,
                     *           "title": "Write the launch post",
                     *           "description": "800 words, friendly, with one picture.",
                     *           "assignee": "inky",
                     *           "status": "pending",
                     *           "reason": "The password is missing."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        taskId: string;
                        title: string;
                        description?: string;
                        /** @enum {string} */
                        status: "inbox" | "assigned" | "in_progress" | "review" | "done";
                        /** @enum {string} */
                        priority: "low" | "normal" | "high" | "urgent";
                        assignees: string[];
                        /** @description Who created it */
                        by: components["schemas"]["Author"];
                        /** @description Subtasks that hold it back from review: pending or in progress */
                        openSubtasks: number;
                        subtasks: number;
                        comments: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** @description Grows with each change; send it back to change only what you have seen */
                        version: number;
                        items: components["schemas"]["Subtask"][];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Write the launch post",
                 *       "description": "800 words, friendly, with one picture.",
                 *       "priority": "low",
                 *       "version": 1,
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    title?: string;
                    /** @description An empty one removes it */
                    description?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    assignTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add": [
                 *         "inky"
                 *       ],
                 *       "remove": [
                 *         "inky"
                 *       ],
                 *       "version": 1,
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Agents who are to work on it too
                     * @default []
                     */
                    add?: string[];
                    /**
                     * @description Agents who no longer do
                     * @default []
                     */
                    remove?: string[];
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    approveTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    requestChanges: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "feedback": "The second half repeats the first.",
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description What is to be different; becomes a comment */
                    feedback: string;
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    addSubtask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Write the launch post",
                 *       "description": "800 words, friendly, with one picture.",
                 *       "assignee": "inky",
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    title: string;
                    description?: string;
                    /** @example inky */
                    assignee?: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subtaskId": "sub_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "index": 1,
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "assignee": "inky",
                     *       "status": "pending",
                     *       "reason": "The password is missing."
                     *     }
                     */
                    "application/json": components["schemas"]["Subtask"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
                /** @example sub_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                subtaskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "blocked",
                 *       "reason": "The password is missing",
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status?: "pending" | "in_progress" | "done" | "blocked";
                    /** @description Why it is blocked; with the status blocked only */
                    reason?: string;
                    title?: string;
                    /** @description An empty one removes it */
                    description?: string;
                    /** @description null takes it from its agent */
                    assignee?: string | null;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subtaskId": "sub_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "index": 1,
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "assignee": "inky",
                     *       "status": "pending",
                     *       "reason": "The password is missing."
                     *     }
                     */
                    "application/json": components["schemas"]["Subtask"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    setTaskStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "inbox",
                 *       "version": 1,
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "inbox" | "assigned" | "in_progress" | "review" | "done";
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "title": "Write the launch post",
                     *       "description": "800 words, friendly, with one picture.",
                     *       "status": "inbox",
                     *       "priority": "low",
                     *       "assignees": [
                     *         "inky"
                     *       ],
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "openSubtasks": 1,
                     *       "subtasks": 1,
                     *       "comments": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "messageId": "msg_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "by": {
                     *             "type": "user",
                     *             "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *             "name": "Ada Lovelace"
                     *           },
                     *           "text": "Looks good. @inky please shorten the intro.",
                     *           "createdAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    commentOnTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Looks good. @inky please shorten the intro.",
                 *       "by": "inky"
                 *     }
                 */
                "application/json": {
                    text: string;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "msg_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "taskId": "tsk_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "by": {
                     *         "type": "user",
                     *         "id": "usr_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "Ada Lovelace"
                     *       },
                     *       "text": "Looks good. @inky please shorten the intro.",
                     *       "createdAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "name": "acme",
                     *           "goal": "Publish two articles a week",
                     *           "leadName": "Clawe",
                     *           "squad": "clawe",
                     *           "region": "eu-central-1",
                     *           "timezone": "Europe/Berlin",
                     *           "plan": "micro",
                     *           "status": "draft",
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "draftUntil": "2026-11-23T04:42:10.123Z",
                     *           "version": 1,
                     *           "createdAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Tenant"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "acme",
                 *       "goal": "Publish two articles a week",
                 *       "leadName": "Clawe",
                 *       "squad": "clawe",
                 *       "timezone": "UTC",
                 *       "draft": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Host label of the workspace: 3–20 characters of a–z, 0–9 and hyphen; unique
                     * @example acme
                     */
                    name: string;
                    /** @description What the squad is for */
                    goal?: string;
                    /** @description Name of the lead agent; by default the name in the template */
                    leadName?: string;
                    /**
                     * @description The template of the squad
                     * @default clawe
                     * @enum {string}
                     */
                    squad?: "clawe" | "butler";
                    /**
                     * @description IANA time zone of its routines
                     * @default UTC
                     */
                    timezone?: string;
                    /**
                     * @description Only reserve the name, for 24 hours; provisioning starts on request
                     * @default false
                     */
                    draft?: boolean;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "name": "acme",
                     *         "goal": "Publish two articles a week",
                     *         "leadName": "Clawe",
                     *         "squad": "clawe",
                     *         "region": "eu-central-1",
                     *         "timezone": "Europe/Berlin",
                     *         "plan": "micro",
                     *         "status": "draft",
                     *         "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "draftUntil": "2026-11-23T04:42:10.123Z",
                     *         "version": 1,
                     *         "createdAt": "2026-11-23T04:42:10.123Z",
                     *         "updatedAt": "2026-11-23T04:42:10.123Z"
                     *       },
                     *       "run": {
                     *         "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *         "workflow": "provision",
                     *         "status": "pending",
                     *         "stage": "StartService",
                     *         "stages": [
                     *           {
                     *             "name": "Ada Lovelace",
                     *             "label": "Starting the squadhub",
                     *             "status": "pending",
                     *             "startedAt": "2026-11-23T04:42:10.123Z",
                     *             "endedAt": "2026-11-23T04:42:10.123Z"
                     *           }
                     *         ],
                     *         "attempt": 1,
                     *         "startedAt": "2026-11-23T04:42:10.123Z",
                     *         "updatedAt": "2026-11-23T04:42:10.123Z",
                     *         "endedAt": "2026-11-23T04:42:10.123Z",
                     *         "url": "https://example.com/",
                     *         "error": {
                     *           "stage": "StartService",
                     *           "code": "text",
                     *           "message": "created “Write the launch post”"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        tenant: components["schemas"]["Tenant"];
                        /** @description Absent for a draft */
                        run?: components["schemas"]["Run"];
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict.name_taken"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    findTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Host label of the workspace: 3–20 characters of a–z, 0–9 and hyphen; unique
                 * @example acme
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "acme",
                     *       "goal": "Publish two articles a week",
                     *       "leadName": "Clawe",
                     *       "squad": "clawe",
                     *       "region": "eu-central-1",
                     *       "timezone": "Europe/Berlin",
                     *       "plan": "micro",
                     *       "status": "draft",
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "draftUntil": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "acme",
                     *       "goal": "Publish two articles a week",
                     *       "leadName": "Clawe",
                     *       "squad": "clawe",
                     *       "region": "eu-central-1",
                     *       "timezone": "Europe/Berlin",
                     *       "plan": "micro",
                     *       "status": "draft",
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "draftUntil": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    updateTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "goal": "Publish two articles a week",
                 *       "timezone": "Europe/Berlin",
                 *       "leadName": "Clawe"
                 *     }
                 */
                "application/json": {
                    /** @description The version on which the change is based */
                    version: number;
                    /** @description What the squad is for; null removes it */
                    goal?: string | null;
                    /** @description IANA time zone of its routines */
                    timezone?: string;
                    /** @description Name of the lead agent; only while the workspace is a draft */
                    leadName?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "acme",
                     *       "goal": "Publish two articles a week",
                     *       "leadName": "Clawe",
                     *       "squad": "clawe",
                     *       "region": "eu-central-1",
                     *       "timezone": "Europe/Berlin",
                     *       "plan": "micro",
                     *       "status": "draft",
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "draftUntil": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    provisionTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            422: components["responses"]["limit_reached"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    deprovisionTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    sleepTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    wakeTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    restartTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    upgradeTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key again, within 24 hours, is the same request: one effect, one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    openTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "accountId": "acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "name": "acme",
                     *       "goal": "Publish two articles a week",
                     *       "leadName": "Clawe",
                     *       "squad": "clawe",
                     *       "region": "eu-central-1",
                     *       "timezone": "Europe/Berlin",
                     *       "plan": "micro",
                     *       "status": "draft",
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "draftUntil": "2026-11-23T04:42:10.123Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /**
                 * @description Items per page, at most 100
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `cursor` of the previous page
                 * @example text
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *           "workflow": "provision",
                     *           "status": "pending",
                     *           "stage": "StartService",
                     *           "stages": [
                     *             {
                     *               "name": "Ada Lovelace",
                     *               "label": "Starting the squadhub",
                     *               "status": "pending",
                     *               "startedAt": "2026-11-23T04:42:10.123Z",
                     *               "endedAt": "2026-11-23T04:42:10.123Z"
                     *             }
                     *           ],
                     *           "attempt": 1,
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "updatedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z",
                     *           "url": "https://example.com/",
                     *           "error": {
                     *             "stage": "StartService",
                     *             "code": "text",
                     *             "message": "created “Write the launch post”"
                     *           }
                     *         }
                     *       ],
                     *       "cursor": "eyJwayI6IlQjdGVu4oCmIn0"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                tenantId: string;
                /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "run_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "tenantId": "ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z",
                     *       "workflow": "provision",
                     *       "status": "pending",
                     *       "stage": "StartService",
                     *       "stages": [
                     *         {
                     *           "name": "Ada Lovelace",
                     *           "label": "Starting the squadhub",
                     *           "status": "pending",
                     *           "startedAt": "2026-11-23T04:42:10.123Z",
                     *           "endedAt": "2026-11-23T04:42:10.123Z"
                     *         }
                     *       ],
                     *       "attempt": 1,
                     *       "startedAt": "2026-11-23T04:42:10.123Z",
                     *       "updatedAt": "2026-11-23T04:42:10.123Z",
                     *       "endedAt": "2026-11-23T04:42:10.123Z",
                     *       "url": "https://example.com/",
                     *       "error": {
                     *         "stage": "StartService",
                     *         "code": "text",
                     *         "message": "created “Write the launch post”"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["invalid"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
}
