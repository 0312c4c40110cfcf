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
         * List the plans with their limits and prices
         * @description Allowed for anyone.
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
         * Create another account that you own
         * @description Allowed for signed-in people.
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
         * Get an account with its plan and limits
         * @description Allowed for members of the account with the role viewer or higher.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an account
         * @description Allowed for members of the account with the role admin or higher.
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
         * List an account's audit log, newest first
         * @description The log has what the account's members did, and which operators of the service have read its content.
         *
         *     Allowed for members of the account with the role admin or higher.
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
         * List the workspace's activities, newest first
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
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
         * Issue a ticket that opens one WebSocket
         * @description The ticket works once and is valid for 60 seconds.
         *
         *     Allowed for members of the workspace with the role viewer or higher.
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
         * List the squad's agents
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["listAgents"];
        put?: never;
        /**
         * Add an agent to the squad
         * @description Of the agents, only the lead may do this.
         *
         *     Allowed for members of the workspace with the role admin or higher, and its squadhub token.
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
         * Change an agent's name, role or emoji
         * @description Of the agents, only the lead may do this.
         *
         *     Allowed for members of the workspace with the role admin or higher, and its squadhub token.
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
         * Check in as an agent and collect its pending notifications
         * @description A check-in is a sign of life. Confirm the notifications that the agent has read; the others are returned again after a minute.
         *
         *     Allowed for the workspace's squadhub token.
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
         * Confirm that the agent has read notifications
         * @description Notifications that a check-in returned, and that are not confirmed, are returned again after a minute.
         *
         *     Allowed for the workspace's squadhub token.
         */
        post: operations["confirmRead"];
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
         * List the backups of the squadhub's files, newest first; the newest five are kept
         * @description Allowed for members of the workspace with the role admin or higher.
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
    "/t/{tenantId}/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the business context; 404 until it is saved
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        /**
         * Delete the business context
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        delete: operations["removeBusiness"];
        options?: never;
        head?: never;
        /**
         * Save fields of the business context
         * @description A field that is left out keeps its value; null removes it.
         *
         *     Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Approve the business context as it is
         * @description Allowed for members of the workspace with the role member or higher.
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
         * List every channel and whether it is connected
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
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
         * Get a channel
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a channel's label or bot name
         * @description Do not send a bot's token here.
         *
         *     Allowed for members of the workspace with the role admin or higher.
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
         * List the conversation with an agent, newest first
         * @description Allowed for members of the workspace with the role viewer or higher.
         */
        get: operations["listChat"];
        put?: never;
        /**
         * Send a chat message to an agent
         * @description An agent replies to one message at a time, in order. A sleeping squadhub is woken. The reply arrives over the workspace’s WebSocket while the agent writes it, as `{type: "chat.delta", agentId, id, seq, text}` with `seq` counting from 0. The complete reply is in the list of messages.
         *
         *     Allowed for members of the workspace with the role member or higher.
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
         * Stop a reply, or withdraw a message that is still waiting
         * @description A reply that is complete does not change.
         *
         *     Allowed for members of the workspace with the role member or higher.
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
         * List documents: all, those of a task, or those of a type
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Create a Markdown document of 256 KB at most
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Begin the upload of a file of 50 MB at most
         * @description Send the file as the answer says, then confirm the upload.
         *
         *     Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Confirm an upload and create its document
         * @description An upload must be confirmed within an hour after it began.
         *
         *     Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Get a document, with its text if it has one
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /**
         * Delete a document with its text or file
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        /**
         * Change a document's title, type or task
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Get a download link for a document's file, valid for five minutes
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
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
         * Check whether the API responds
         * @description Allowed for anyone.
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
         * Check whether the API's dependencies respond, and how fast
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * Get your own operator role
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List the squadhubs of all workspaces, newest first, with state, memory and last sign of life
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List executions of the state machines, newest first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * Get an execution with every state it entered
         * @description The answer includes the state machine's definition, so that the path can be drawn in it.
         *
         *     Allowed for operators of the service with the role viewer or higher.
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
         * List a workspace's schedules, the next one to fire first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * Issue a ticket for one WebSocket that announces changes in a workspace
         * @description Watching does not wake the squadhub.
         *
         *     Allowed for operators of the service with the role viewer or higher.
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
         * List the invitations of the last 30 days, newest first
         * @description Allowed for members of the account with the role admin or higher.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a person by email
         * @description The link in the mail works once and is valid for 7 days.
         *
         *     Allowed for members of the account with the role admin or higher.
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
         * Revoke an invitation
         * @description Allowed for members of the account with the role admin or higher.
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
         * Show what an invitation offers, and to whom
         * @description Allowed for anyone.
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
         * Accept an invitation and join the account
         * @description Your verified email address must be the invited one. Accepting again gives the same answer.
         *
         *     Allowed for signed-in people.
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
         * List an account's members
         * @description Allowed for members of the account with the role viewer or higher.
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
         * Remove a member from the account immediately
         * @description Allowed for members of the account with the role admin or higher.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role, or the workspaces they can see
         * @description Allowed for members of the account with the role admin or higher.
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
         * Leave an account
         * @description The last owner cannot leave.
         *
         *     Allowed for members of the account with the role viewer or higher.
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
         * Make another member an owner, and yourself an admin
         * @description Allowed for members of the account with the role owner or higher.
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
         * Send a notification to an agent
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * List an agent's notifications, newest first
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
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
         * List the runs of all workspaces that are under way, held, or have leftovers; newest first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * Get a run with the evidence of its failure and its leftovers
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List a workspace's runs with their evidence, newest first
         * @description Allowed for operators of the service with the role viewer or higher.
         */
        get: operations["inspectRuns"];
        put?: never;
        /**
         * Start a workflow for a workspace
         * @description Allowed for operators of the service with the role manager or higher.
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
         * Hold a run if it fails
         * @description Instead of being rolled back, a held run stays as it is for up to 72 hours, so that the failure can be inspected.
         *
         *     Allowed for operators of the service with the role manager or higher.
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
         * Roll back a held run, or cancel a hold that has not taken effect
         * @description Allowed for operators of the service with the role manager or higher.
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
         * Run the daily reaper now
         * @description The reaper rolls back runs that were held long enough, retries clean-ups that have leftovers, and discards old drafts.
         *
         *     Allowed for operators of the service with the role manager or higher.
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
         * List the operators of the service
         * @description Allowed for operators of the service with the role viewer or higher.
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Make a user an operator, or change their role
         * @description The user must have signed in once.
         *
         *     Allowed for operators of the service with the role admin or higher.
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
         * Revoke an operator's role immediately
         * @description Allowed for operators of the service with the role admin or higher.
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
         * List all workspaces, newest first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * Get the metadata of a workspace and of its squadhub
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List the runs of all workspaces that failed in the last 90 days, newest first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List a workspace's lanes with their state and the number of pending notifications
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List the parked lanes of all workspaces, the next to retry first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List the doorbells in the dead-letter queue
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * Ring every doorbell in the dead-letter queue again
         * @description Allowed for operators of the service with the role manager or higher.
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
         * Open a workspace's content for reading, for an hour
         * @description The workspace's people see the reason.
         *
         *     Allowed for operators of the service with the role manager or higher.
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
         * List audit entries of a day, a workspace or a person, newest first
         * @description Allowed for operators of the service with the role viewer or higher.
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
         * List the workspace's routines, oldest first
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["listRoutines"];
        put?: never;
        /**
         * Create a routine; a workspace can have fifty
         * @description Allowed for members of the workspace with the role member or higher.
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
         * Get a routine
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["getRoutine"];
        put?: never;
        post?: never;
        /**
         * Delete a routine; the tasks that it created stay
         * @description Allowed for members of the workspace with the role member or higher.
         */
        delete: operations["deleteRoutine"];
        options?: never;
        head?: never;
        /**
         * Change a routine, or switch it on or off
         * @description Allowed for members of the workspace with the role member or higher.
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
         * Create the routine's task now
         * @description Allowed for members of the workspace with the role member or higher.
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
         * Begin a session with an access token
         * @description The first session creates the user and an account.
         *
         *     Allowed for anyone with an access token, with or without a session.
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
         * End this session immediately
         * @description Allowed for signed-in people.
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
         * Get the signed-in user and their accounts
         * @description Allowed for signed-in people.
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
         * Get the squadhub's state as last reported
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
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
         * Report that the gateway is ready
         * @description The workflow that waits for the gateway continues, and pending notifications are delivered.
         *
         *     Allowed for the workspace's squadhub token.
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
         * Report that the gateway is running
         * @description The report costs no model call.
         *
         *     Allowed for the workspace's squadhub token.
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
         * Report that an agent has become idle
         * @description The gateway reports this when an agent that was too busy for a notification has finished its turn. Delivery to the agent continues.
         *
         *     Allowed for the workspace's squadhub token.
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
         * List tasks, all or of one status, oldest first
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["listTasks"];
        put?: never;
        /**
         * Create a task
         * @description With assignees, the task begins as `assigned`, and the agents are notified.
         *
         *     Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Get a task with its subtasks
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task with its subtasks and comments
         * @description The task's documents stay.
         *
         *     Allowed for members of the workspace with the role admin or higher.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change a task's title, description or priority
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Assign agents to a task, or unassign them
         * @description New assignees are notified.
         *
         *     Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Approve a task in review
         * @description The task is then done.
         *
         *     Allowed for members of the workspace with the role member or higher.
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
         * Request changes to a task in review
         * @description The task is in progress again, and the feedback becomes a comment.
         *
         *     Allowed for members of the workspace with the role member or higher.
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
         * Add a subtask to a task
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Change a subtask's status, assignee or text
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * Change a task's status
         * @description Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * List a task's comments, oldest first
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comment on a task
         * @description Agents that are mentioned with @ and the task's assignees are notified.
         *
         *     Allowed for members of the workspace with the role member or higher, and its squadhub token.
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
         * List an account's workspaces, oldest first
         * @description Allowed for members of the account with the role viewer or higher.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Create a workspace and provision its squadhub, or only reserve its name as a draft
         * @description Allowed for members of the account with the role admin or higher.
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
         * Find one of your workspaces by its public name
         * @description Allowed for signed-in people.
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
         * Get a workspace
         * @description Allowed for members of the workspace with the role viewer or higher, and its squadhub token.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a workspace's settings; a new time zone also moves its routines
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        patch: operations["updateTenant"];
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
         * Discard a draft and release its name
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
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
         * Provision a draft, or retry a failed start
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["provisionTenant"];
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
         * Start a squadhub that sleeps, or whose last start failed
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["wakeTenant"];
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
         * Stop the squadhub until it is needed; the board stays available
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["sleepTenant"];
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
         * Restart the squadhub
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["restartTenant"];
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
         * Back up the squadhub's files; a running squadhub is stopped for it and started again
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["backUpTenant"];
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
         * Upgrade the squadhub to the current version and its plan's size; if it does not start, the old one comes back
         * @description Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["upgradeTenant"];
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
         * Restore the squadhub's files from a backup, and give its gateway new keys
         * @description The current files are backed up first. If the squadhub does not start with the restored files, the current ones come back automatically. The board does not change.
         *
         *     Allowed for members of the workspace with the role admin or higher.
         */
        post: operations["restoreTenant"];
        delete?: never;
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
         * Delete a workspace and everything in it
         * @description Allowed for members of the workspace with the role owner or higher.
         */
        post: operations["deprovisionTenant"];
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
         * Report that a person has opened the workspace; a sleeping squad is woken
         * @description Allowed for members of the workspace with the role viewer or higher.
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
         * List a workspace's runs, newest first
         * @description Allowed for members of the workspace with the role viewer or higher.
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
         * Get a run with its stages
         * @description Allowed for members of the workspace with the role viewer or higher.
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
            /** @description What the author did, without the author's name */
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
             * @description A person requested it, or it was made before an upgrade or a restore
             * @enum {string}
             */
            why: "asked" | "upgrade" | "restore";
            /** @description The revision of the squadhub's definition */
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
            /** @description Set at the end; for a failed or aborted message, the part that had arrived */
            answer?: string;
            /** @description Why it failed and what to do next */
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
            /** @description Size in bytes */
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
            workflow: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
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
            workflow: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
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
             * @description When it was delivered or became undeliverable
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
            /** @description Runs whose hold was over */
            released: number;
            /** @description Clean-ups that were started again */
            retried: number;
            /** @description Runs whose execution had not started */
            restarted: number;
            /** @description Drafts whose time was over */
            drafts: number;
            /** @description Runs and drafts that could not be finished now; the log says why */
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
             * @description The newest task it has created
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
            workflow: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
            /** @enum {string} */
            status: "pending" | "running" | "held" | "rolling_back" | "succeeded" | "failed" | "rollback_incomplete";
            /** @description The current stage, or the last one */
            stage?: string;
            /** @description In order */
            stages: {
                name: string;
                /** @description What the stage is called for customers */
                label: string;
                /** @enum {string} */
                status: "pending" | "running" | "done" | "failed" | "undoing" | "undone" | "undo_failed";
                /** Format: date-time */
                startedAt?: string;
                /** Format: date-time */
                endedAt?: string;
            }[];
            /** @description Attempts of the current stage so far */
            attempt: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uri */
            url?: string;
            /** @description For the customer. Operators find the details in the run's evidence. */
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
            workflow: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
            /** @enum {string} */
            status: "pending" | "running" | "held" | "rolling_back" | "succeeded" | "failed" | "rollback_incomplete";
            /** @description The current stage, or the last one */
            stage?: string;
            /** @description In order */
            stages: {
                name: string;
                /** @description What the stage is called for customers */
                label: string;
                /** @enum {string} */
                status: "pending" | "running" | "done" | "failed" | "undoing" | "undone" | "undo_failed";
                /** Format: date-time */
                startedAt?: string;
                /** Format: date-time */
                endedAt?: string;
            }[];
            /** @description Attempts of the current stage so far */
            attempt: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uri */
            url?: string;
            /** @description For the customer. Operators find the details in the run's evidence. */
            error?: {
                stage: string;
                code: string;
                message: string;
            };
            /** @description What was known before the clean-up began */
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
            /** @description If it fails, it waits before it is undone */
            hold?: boolean;
            /**
             * Format: date-time
             * @description When it is undone even if nobody releases it
             */
            heldUntil?: string;
            /** @description How often its undos have been retried */
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
            /** @description The revision of its definition. An upgrade makes the next. */
            revision: number;
            /** @description An upgrade would bring a newer version */
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
            /** @description Workflows that the caller may start now, by the status and the caller's role */
            startable: ("provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision")[];
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
            /** @description Position in the list, starting at 1; the CLI addresses a subtask by it */
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
            /** @description Subtasks that are pending or in progress; they keep the task out of review */
            openSubtasks: number;
            subtasks: number;
            comments: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Increases with each change; send it back to change only the version you have seen */
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
            /** @description Workflows that the caller may start now, by the status and the caller's role */
            startable: ("provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision")[];
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
            /** @description Workflows that the caller may start now, by the status and the caller's role */
            startable: ("provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision")[];
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
            /** @description POST these fields as multipart/form-data, followed by the file itself as `file` */
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
        /** @description `conflict`: The request conflicts with the current state; `detail` says why. If there is a `retry-after` header, try again after that time. */
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
         * @description `conflict`: The request conflicts with the current state; `detail` says why. If there is a `retry-after` header, try again after that time.
         *
         *     `name_taken`: The name is already taken. Choose another one.
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
        /** @description `forbidden`: The caller is known, but is not allowed to do this. */
        forbidden: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal`: Something failed on our side. Quote the request id when you ask us about it. */
        internal: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid`: Something in the request is wrong. `fields` names each wrong field. */
        invalid: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `limit_reached`: The plan's limit is reached. */
        limit_reached: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found`: It does not exist, or it belongs to somebody else. The API does not tell the two apart. */
        not_found: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate_limited`: There were too many requests in this minute. Try again after the seconds in `retry-after`. */
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
        /** @description `too_large`: The body is larger than 1 MB. */
        too_large: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: The token is missing, invalid or expired. Sign in again, or send a valid token. */
        unauthenticated: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: A service that this request needs did not respond. Try again. */
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
        /** @description Quote this id when you ask us about the response */
        "x-request-id": string;
        /** @description Seconds after which the same request may succeed */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                    /** @description The notifications that the agent has read */
                    notificationIds: string[];
                };
            };
        };
        responses: {
            /** @description Success, without a body */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success, without a body */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                        /** @description Exact size in bytes */
                        size: number;
                    };
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
                        /** @description Size in bytes */
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
            /** @description Success, without a body */
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
                    /** @description `null` removes it from its task */
                    taskId?: string | null;
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                     *           "startable": [
                     *             "provision"
                     *           ],
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
                workflow?: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
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
            /** @description Success */
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
                workflow: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success, without a body */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success, without a body */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success, without a body */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success, without a body */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                     * @description The agent to notify
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
            /** @description Success, without a body */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                    workflow: "provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision";
                    /**
                     * @description The backup that a restore brings back
                     * @example bak_01JD8VQ3N8M5T0YB1S7C2W4X6Z
                     */
                    backupId?: string;
                    /**
                     * @description If the run fails, keep everything as it is for up to 72 hours
                     * @default false
                     */
                    hold?: boolean;
                };
            };
        };
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success, without a body */
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
            /** @description Success */
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
                     *           "startable": [
                     *             "provision"
                     *           ],
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
            /** @description Success */
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
                     *       "startable": [
                     *         "provision"
                     *       ],
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
                        /** @description Workflows that the caller may start now, by the status and the caller's role */
                        startable: ("provision" | "wake" | "sleep" | "restart" | "backup" | "backupAtRest" | "upgrade" | "restore" | "deprovision")[];
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
                 * @example 8d5d6c2a-7f3b-4d0e-9b1c-2f6a1e0c9d11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success, without a body */
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
                    /** @description An empty string removes it */
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
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
            /** @description Success, without a body */
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
            /** @description Success */
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
                         * @description Their role as an operator of the service
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success, without a body */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                    /** @description An agent's turn is running, or ran since the last report */
                    working?: boolean;
                };
            };
        };
        responses: {
            /** @description Success, without a body */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                     * @description The agent whose turn has ended
                     * @example inky
                     */
                    agentId: string;
                };
            };
        };
        responses: {
            /** @description Success, without a body */
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
                 * @description Only tasks with this status
                 * @example inbox
                 */
                status?: "inbox" | "assigned" | "in_progress" | "review" | "done";
                /**
                 * @description Only tasks assigned to this agent
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
                        /** @description Subtasks that are pending or in progress; they keep the task out of review */
                        openSubtasks: number;
                        subtasks: number;
                        comments: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** @description Increases with each change; send it back to change only the version you have seen */
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
            /** @description Success, without a body */
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
                    /** @description An empty string removes it */
                    description?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Success */
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
                     * @description Agents to assign
                     * @default []
                     */
                    add?: string[];
                    /**
                     * @description Agents to unassign
                     * @default []
                     */
                    remove?: string[];
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
                    /** @description What should change; saved as a comment */
                    feedback: string;
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                    /** @description Why it is blocked; only with the status `blocked` */
                    reason?: string;
                    title?: string;
                    /** @description An empty string removes it */
                    description?: string;
                    /** @description `null` unassigns it */
                    assignee?: string | null;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Success */
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
                    /** @description The `version` you last saw; the answer is `conflict` if it has changed since */
                    version?: number;
                    /** @description The id of the acting agent; only with a squadhub token */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Success */
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
                     *           "startable": [
                     *             "provision"
                     *           ],
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                     *         "startable": [
                     *           "provision"
                     *         ],
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
            /** @description Success */
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
                     *       "startable": [
                     *         "provision"
                     *       ],
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
            /** @description Success */
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
                     *       "startable": [
                     *         "provision"
                     *       ],
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
            /** @description Success */
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
                     *       "startable": [
                     *         "provision"
                     *       ],
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
            /** @description Success, without a body */
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
    provisionTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
    wakeTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
    backUpTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
    restoreTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
    deprovisionTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request safe to repeat: within 24 hours, the same key has one effect and one answer
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
            /** @description Success */
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
            /** @description Success */
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
                     *       "startable": [
                     *         "provision"
                     *       ],
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
            /** @description Success */
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
            /** @description Success */
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
