// The kinds of records in a Claude Code session that hold nothing to remember. They are passed in silence; a kind that
// stands on no list is reported, so that a new version of the agent cannot hide words from us.
// Source: real sessions of versions 1.0 to 2.1, and other readers of the same files.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const bookkeepingRecords = words(`
  summary progress file-history-snapshot file-history-delta last-prompt permission-mode mode pr-link bridge-session
  frame-link agent-color agent-setting tag task-summary attribution-snapshot content-replacement worktree-state
  marble-origami-commit marble-origami-snapshot speculation-accept started result saved_hook_context`);

export const bookkeepingSystem = words(`
  compact_boundary microcompact_boundary turn_duration stop_hook_summary bridge_status informational
  model_refusal_fallback api_metrics agents_killed memory_saved permission_retry scheduled_task_fire thinking
  snip_boundary snip_marker task_started task_progress task_notification init status hook_started hook_progress
  hook_response files_persisted local_command_output elicitation_complete post_turn_summary session_state_changed`);

export const bookkeepingAttachments = words(`
  hook_success hook_system_message hook_non_blocking_error hook_blocking_error hook_error_during_execution
  hook_additional_context hook_cancelled hook_stopped_continuation hook_permission_decision async_hook_response
  task_reminder todo_reminder todo task_status task_progress nested_memory relevant_memories current_session_memory
  memory_update skill_listing skill_discovery invoked_skills dynamic_skill edited_text_file edited_image_file
  plan_mode plan_mode_exit plan_mode_reentry plan_file_reference verify_plan_reminder auto_mode auto_mode_exit
  ultra_effort_enter ultra_effort_exit deferred_tools_delta mcp_instructions_delta agent_listing_delta
  command_permissions diagnostics date_change file directory pdf_reference compact_file_reference already_read_file
  opened_file_in_ide selected_lines_in_ide mcp_resource output_style critical_system_reminder token_usage
  output_token_usage budget_usd max_turns_reached teammate_mailbox team_context agent_mention context_efficiency
  structured_output companion_intro ultrathink_effort compaction_reminder workflow_listing`);

/** Blocks of a message without words of their own. */
export const silentBlocks = words(`
  image document redacted_thinking container_upload search_result fallback connector_text compaction citation`);

export const callBlocks = words('tool_use server_tool_use mcp_tool_use');

/** Results that stand in the assistant's own message: the provider ran the tool. */
export const servedResultBlocks = words(`
  web_search_tool_result web_fetch_tool_result mcp_tool_result code_execution_tool_result
  bash_code_execution_tool_result text_editor_code_execution_tool_result tool_search_tool_result advisor_tool_result`);
