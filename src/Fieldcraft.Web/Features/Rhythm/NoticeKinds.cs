namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>Every kind of notice that the rooms can give.</summary>
public static class NoticeKinds
{
    public static readonly IReadOnlyList<NoticeKind> All = [.. Rooms.All.SelectMany(r => r.Notices)];

    /// <summary>The keys of those that ask for a person's time.</summary>
    public static readonly IReadOnlyList<string> Requests = [.. All.Where(k => k.IsRequest).Select(k => k.Key)];

    private static readonly Dictionary<string, NoticeKind> ByKey = All.ToDictionary(k => k.Key, StringComparer.Ordinal);

    /// <summary>Null for a kind that no room knows any more.</summary>
    public static NoticeKind? Of(string key) => ByKey.GetValueOrDefault(key);
}
