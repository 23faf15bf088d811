using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Sharing;

public readonly record struct LookId(Guid Value) : IEntityId<LookId>
{
    public static LookId From(Guid value) => new(value);
}

/// <summary>That a reader opened a shared copy. The owner sees who and when; nobody else does.</summary>
public sealed class Look
{
    /// <summary>Opening it again within this time is the same visit, and is not noted twice.</summary>
    public static readonly TimeSpan SameVisit = TimeSpan.FromMinutes(30);

    private Look() { }

    public LookId Id { get; private set; }
    public ShareId ShareId { get; private set; }
    public PersonId ReaderId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The look to note down, or null while the visit of <paramref name="last"/> goes on.</summary>
    public static Look? Noted(ShareId share, PersonId reader, DateTimeOffset? last, DateTimeOffset now) =>
        last is { } before && now - before < SameVisit
            ? null
            : new Look
            {
                Id = Shared.Id.New<LookId>(now),
                ShareId = share,
                ReaderId = reader,
                At = now,
            };
}
