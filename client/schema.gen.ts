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
         * @description For: Anyone.
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
         * @description For: Signed-in people.
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
         * @description For: Members of the account, role viewer and up.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give the account another name
         * @description For: Members of the account, role admin and up.
         */
        patch: operations["renameAccount"];
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
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
         * @description For: Members of the workspace, role viewer and up.
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * An agent's heartbeat: a sign of life that hands over its pending notifications
         * @description For: The workspace's squadhub token.
         */
        post: operations["checkIn"];
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
         * @description For: Anyone.
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
    "/accounts/{accountId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invitations of the last 30 days, newest first
         * @description For: Members of the account, role admin and up.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by e-mail; the link works once, for 7 days
         * @description For: Members of the account, role admin and up.
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
         * @description For: Members of the account, role admin and up.
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
         * @description For: Anyone.
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
         * @description For: Signed-in people.
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
         * @description For: Members of the account, role viewer and up.
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
         * @description For: Members of the account, role admin and up.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role, or which workspaces they see
         * @description For: Members of the account, role admin and up.
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
         * @description For: Members of the account, role viewer and up.
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
         * @description For: Members of the account, role owner and up.
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
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
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
         * @description For: Holders of an access token, with or without a session.
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
         * @description For: Signed-in people.
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
         * @description For: Signed-in people.
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
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
         * @description For: The workspace's squadhub token.
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
         * @description For: The workspace's squadhub token.
         */
        post: operations["reportAlive"];
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listTasks"];
        put?: never;
        /**
         * Create a task; with an assignee it is assigned and the agent is notified
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Delete a task with its subtasks and comments; its documents stay
         * @description For: Members of the workspace, role admin and up.
         */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /**
         * Change a task's title, description or priority
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role member and up.
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
         * @description For: Members of the workspace, role member and up.
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
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comment on a task; agents named with @ and its assignees are notified
         * @description For: Members of the workspace, role member and up; its squadhub token.
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
         * @description For: Members of the account, role viewer and up.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Make a workspace: queues the provisioning of its squadhub
         * @description For: Members of the account, role admin and up.
         */
        post: operations["createTenant"];
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
         * @description For: Members of the workspace, role viewer and up; its squadhub token.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
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
         * Try again after a start that failed
         * @description For: Members of the workspace, role admin and up.
         */
        post: operations["provisionTenant"];
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
         * Take the workspace down and erase everything in it
         * @description For: Members of the workspace, role owner and up.
         */
        post: operations["deprovisionTenant"];
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
         * @description For: Members of the workspace, role viewer and up.
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
         * @description For: Members of the workspace, role viewer and up.
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
            /** @description Workspaces that count against the plan now */
            workspaces: number;
            /** @description People who count against the plan now */
            members: number;
            /** Format: date-time */
            createdAt: string;
        };
        Activity: {
            /** @example act_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            activityId: string;
            /** @enum {string} */
            type: "tenant_activated" | "agent_online" | "agent_registered" | "agent_updated" | "task_created" | "task_assigned" | "task_updated" | "task_status_changed" | "task_approved" | "task_changes_requested" | "task_deleted" | "task_commented" | "subtask_changed" | "notification_sent" | "notification_undeliverable" | "routine_created" | "routine_updated" | "routine_deleted" | "routine_triggered" | "routine_skipped" | "document_added" | "document_updated" | "document_deleted" | "business_saved" | "business_approved" | "business_removed" | "channel_updated" | "channel_connected" | "channel_disconnected";
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
            /** @description Minutes of the hour at which it wakes when it has open work */
            heartbeatMinutes: number[];
            /** @enum {string} */
            state: "online" | "offline" | "asleep";
            /** Format: date-time */
            lastSeenAt?: string;
        };
        Author: {
            /** @enum {string} */
            type: "user" | "agent" | "system";
            id: string;
            name: string;
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
        Plan: {
            /** @description vCPU of the squadhub */
            cpu: number;
            /** @description GB of the squadhub */
            memory: number;
            /** @description US dollars */
            monthly: number;
            /** @description Idle time before it sleeps; absent: never unless set */
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
        Run: {
            /** @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            runId: string;
            /** @example ten_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
            tenantId: string;
            /** @enum {string} */
            workflow: "provision" | "deprovision";
            /** @enum {string} */
            status: "pending" | "running" | "rolling_back" | "succeeded" | "failed" | "rollback_incomplete";
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
        Squadhub: {
            /** @description The gateway has reported ready since it was last started */
            ready: boolean;
            version?: string;
            /** Format: date-time */
            readyAt?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            memoryMb?: number;
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
             * @description Host label of the workspace: 3–20 of a–z, 0–9, hyphen; unique
             * @example acme
             */
            name: string;
            goal?: string;
            leadName: string;
            region: string;
            timezone: string;
            /** @enum {string} */
            plan: "micro" | "small" | "medium" | "large";
            /** @enum {string} */
            status: "draft" | "provisioning" | "active" | "sleeping" | "stopped" | "suspended" | "deprovisioning" | "deleted" | "error";
            /**
             * @description The newest run
             * @example run_01JD8VQ3N8M5T0YB1S7C2W4X6Z
             */
            runId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
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
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description vCPU of the squadhub */
                            cpu: number;
                            /** @description GB of the squadhub */
                            memory: number;
                            /** @description US dollars */
                            monthly: number;
                            /** @description Idle time before it sleeps; absent: never unless set */
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
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        accountId: string;
                        name: string;
                        /** @enum {string} */
                        plan: "micro" | "small" | "medium" | "large";
                        /** @description Workspaces that count against the plan now */
                        workspaces: number;
                        /** @description People who count against the plan now */
                        members: number;
                        /** Format: date-time */
                        createdAt: string;
                        limits: components["schemas"]["Plan"];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Activity"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueSocketTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opens one WebSocket: wss://…/ws?ticket=… */
                        ticket: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Agent"][];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ok: true;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "member" | "viewer";
                    /** @description The only workspaces they will see. For members and viewers */
                    tenantIds?: string[];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows # in the link of the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountName: string;
                        invitedByName: string;
                        /**
                         * Format: email
                         * @description Whose sign-in can accept it
                         */
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "viewer";
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows # in the link of the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example acc_01JD8VQ3N8M5T0YB1S7C2W4X6Z */
                        accountId: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "viewer";
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "owner" | "admin" | "member" | "viewer";
                    /** @description The only workspaces they see; null: all of them. For members and viewers */
                    tenantIds?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferOwnership: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifyAgent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who is to hear it
                     * @example inky
                     */
                    agentId: string;
                    content: string;
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                tenantId: string;
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    [name: string]: unknown;
                };
                content: {
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
                            /** @description Workspaces that count against the plan now */
                            workspaces: number;
                            /** @description People who count against the plan now */
                            members: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "viewer";
                        }[];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSquadhub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Squadhub"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportReady: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportAlive: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bootId: string;
                    memoryMb?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
                /** @description One column of the board */
                status?: "inbox" | "assigned" | "in_progress" | "review" | "done";
                /** @description Only tasks of this agent */
                assignee?: string;
            };
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    /** @description The acting agent's id; for squadhub tokens only */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description An empty one removes it */
                    description?: string;
                    /** @enum {string} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestChanges: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSubtask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    description?: string;
                    /** @example inky */
                    assignee?: string;
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subtask"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSubtask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
                subtaskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subtask"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTaskStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "inbox" | "assigned" | "in_progress" | "review" | "done";
                    /** @description Refuse with `conflict` unless the task is still at this version */
                    version?: number;
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commentOnTask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description The acting agent's id; for squadhub tokens only */
                    by?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Tenant"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Host label of the workspace: 3–20 of a–z, 0–9, hyphen; unique
                     * @example acme
                     */
                    name: string;
                    /** @description What the squad is for */
                    goal?: string;
                    /**
                     * @description Name of the lead agent
                     * @default Clawe
                     */
                    leadName?: string;
                    /**
                     * @description IANA time zone of its routines
                     * @default UTC
                     */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tenant: components["schemas"]["Tenant"];
                        run: components["schemas"]["Run"];
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    provisionTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deprovisionTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Items on a page, 100 at most */
                limit?: number;
                /** @description Where the page before ended, as its `cursor` said */
                cursor?: string;
            };
            header?: never;
            path: {
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        /** @description Absent on the last page */
                        cursor?: string;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenantId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
