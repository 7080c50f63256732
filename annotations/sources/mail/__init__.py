"""Mail: messages, mailboxes and folders of messages, each message an article."""
