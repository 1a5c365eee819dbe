namespace Bot.Retrieval.Documents;

internal enum FolderEntryKind
{
    File,
    Folder,
    Link,
}
