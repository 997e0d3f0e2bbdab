# sh mailbox.sh HOME SUBJECT: makes a mailbox of three messages for Sylpheed, the second one of this subject.
set -eu
cd "$1"
mkdir -p .sylpheed-2.0 Mail/inbox Mail/sent Mail/draft Mail/queue Mail/trash
cat > .sylpheed-2.0/folderlist.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<folderlist>
  <folder type="mh" name="Mailbox" path="Mail">
    <folderitem type="inbox" name="inbox" path="inbox" />
    <folderitem type="outbox" name="sent" path="sent" />
    <folderitem type="draft" name="draft" path="draft" />
    <folderitem type="queue" name="queue" path="queue" />
    <folderitem type="trash" name="trash" path="trash" />
  </folder>
</folderlist>
XML
cat > .sylpheed-2.0/accountrc <<'ACCOUNT'
[Account: 1]
account_name=office
is_default=1
name=Mary Miller
address=mary@example.org
protocol=0
receive_server=localhost
smtp_server=localhost
user_id=mary
ACCOUNT
number=0
for subject in "Canteen menu" "$2" "Your visit"; do
    number=$((number + 1))
    printf '%s\n' "From: office$number@example.org" "To: mary@example.org" "Subject: $subject" \
        "Date: Mon, 02 Nov 2026 10:0$number:00 +0000" "Message-ID: <$number@example.org>" "" "Details will follow." \
        > "Mail/inbox/$number"
done
