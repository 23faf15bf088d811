using System.Text.Json;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

public readonly record struct RaterInvitationId(Guid Value) : IEntityId<RaterInvitationId>, IComparable<RaterInvitationId>
{
    public static RaterInvitationId From(Guid value) => new(value);

    public int CompareTo(RaterInvitationId other) => Value.CompareTo(other.Value);
}

/// <summary>Whom the owner wants to ask, as the owner wrote it down.</summary>
/// <param name="Email">Where a letter goes; null for a link that is handed over, or for somebody who is told in the product.</param>
/// <param name="Person">Somebody of the directory who signs in here.</param>
public sealed record RaterAddress(string Name, string? Email, Guid? Person)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static RaterAddress FromJson(string json) => JsonSerializer.Deserialize<RaterAddress>(json, Json)!;
}

/// <summary>What a round needs to reach one rater while it is open: the secret of the link, the address, and which capabilities are asked.</summary>
public sealed record RaterDelivery(string Secret, string? Email, Guid? Person, IReadOnlyList<string> Asked)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static RaterDelivery FromJson(string json) => JsonSerializer.Deserialize<RaterDelivery>(json, Json)!;
}

/// <summary>
/// One person asked for their view. It says nothing about whether they answered, on purpose: nothing here changes when they do, so neither a column, a
/// version nor an event can tell. That is known only to whoever holds the round's secret, and to nobody once the round is closed.
/// </summary>
public sealed class RaterInvitation
{
    public const int NameLength = 120;

    private RaterInvitation() { }

    public RaterInvitationId Id { get; private set; }
    public PersonId OwnerId { get; private set; }
    public LeadershipCheckId CheckId { get; private set; }
    public RaterGroup Group { get; private set; }

    /// <summary><see cref="RaterAddress"/> as JSON, sealed to the owner.</summary>
    public SealedText Address { get; private set; } = null!;

    /// <summary>The secret of a link that the owner hands over, sealed to the owner; null where a letter or a notice brings it.</summary>
    public SealedText? Link { get; private set; }

    /// <summary>A hash: the link itself is not kept. Null before the round opens, and after it has closed.</summary>
    public byte[]? SecretHash { get; private set; }

    /// <summary><see cref="RaterDelivery"/> as JSON, sealed to the round.</summary>
    public SealedText? Delivery { get; private set; }

    /// <summary>Writes somebody onto the list of those to ask. Nobody is told before the round is launched.</summary>
    /// <param name="sealer">Of the check's document.</param>
    public static RaterInvitation Propose(
        RaterInvitationId id,
        LeadershipCheck check,
        RaterGroup group,
        RaterAddress address,
        ISealer sealer
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address.Name.Length, NameLength, nameof(address));
        return new RaterInvitation
        {
            Id = id,
            OwnerId = check.OwnerId,
            CheckId = check.Id,
            Group = group,
            Address = sealer.Seal(nameof(Address), address.ToJson()),
        };
    }

    /// <summary>Opens the link.</summary>
    /// <param name="delivery">Sealed to the round.</param>
    /// <param name="link">Sealed to the owner; only for a link that the owner hands over.</param>
    public void Invite(byte[] secretHash, SealedText delivery, SealedText? link) =>
        (SecretHash, Delivery, Link) = (secretHash, delivery, link);

    /// <summary>The round is over: what led to an answer goes. The owner keeps the list of whom they asked.</summary>
    public void Forget() => (SecretHash, Delivery, Link) = (null, null, null);
}
