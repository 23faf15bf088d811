using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

/// <summary>What a site can use to keep a module alive (DOMAIN 7.2, "continue the conversation").</summary>
public enum KitPiece
{
    Board,
    Huddle,
    TalkCard,
    CustomerHuddle,
    Tips,
    Award,
}

/// <summary>What of a kit was changed.</summary>
public enum KitPart
{
    Pieces,
    Keepers,
    Huddle,
    Line,
    BoardAddress,
}

/// <summary>
/// Which pieces a site uses, who looks after those that need somebody, and when it huddles. It has the unit's own id; a site of which nobody said
/// anything has none, and the usual pieces are on.
/// </summary>
public sealed class SiteKit : Aggregate<UnitId>
{
    public const int LineLength = 160;

    private SiteKit(UnitId id)
        : base(id) { }

    public bool HasBoard { get; private set; } = true;
    public bool HasHuddle { get; private set; } = true;
    public bool HasTalkCard { get; private set; } = true;
    public bool HasCustomerHuddle { get; private set; } = true;
    public bool HasTips { get; private set; }
    public bool HasAward { get; private set; }

    /// <summary>Who was asked to look after the tips, and who said yes.</summary>
    public PersonId? TipsAskedId { get; private set; }
    public PersonId? TipsKeeperId { get; private set; }
    public PersonId? AwardAskedId { get; private set; }
    public PersonId? AwardKeeperId { get; private set; }

    /// <summary>When the huddle is, on the site's own clock; null: not said.</summary>
    public DayOfWeek? HuddleDay { get; private set; }
    public TimeOnly? HuddleAt { get; private set; }

    /// <summary>A line that stands beside the site's results.</summary>
    public string? Line { get; private set; }

    /// <summary>The hash of the secret in the board's address; null: the board has none.</summary>
    public byte[]? BoardSecret { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Somebody has to read what comes in, so these stay off until somebody of the site agrees to.</summary>
    public static bool NeedsKeeper(KitPiece piece) => piece is KitPiece.Tips or KitPiece.Award;

    /// <summary>Whether a piece is on at a site of which nobody said anything.</summary>
    public static bool IsUsuallyOn(KitPiece piece) => !NeedsKeeper(piece);

    public static SiteKit Lay(UnitId site) => new(site);

    public bool IsOn(KitPiece piece) =>
        piece switch
        {
            KitPiece.Board => HasBoard,
            KitPiece.Huddle => HasHuddle,
            KitPiece.TalkCard => HasTalkCard,
            KitPiece.CustomerHuddle => HasCustomerHuddle,
            KitPiece.Tips => HasTips,
            _ => HasAward,
        };

    public PersonId? AskedFor(KitPiece piece) =>
        piece == KitPiece.Tips ? TipsAskedId
        : piece == KitPiece.Award ? AwardAskedId
        : null;

    public PersonId? KeeperOf(KitPiece piece) =>
        piece == KitPiece.Tips ? TipsKeeperId
        : piece == KitPiece.Award ? AwardKeeperId
        : null;

    /// <summary>Switches a piece on or off. Refused: <c>kit-piece-needs-keeper</c>.</summary>
    public Outcome Switch(KitPiece piece, bool on, PersonId by, DateTimeOffset now)
    {
        if (on && NeedsKeeper(piece) && KeeperOf(piece) is null)
        {
            return new Refusal("kit-piece-needs-keeper");
        }

        Set(piece, on);
        Changed(KitPart.Pieces, by, now);
        return Outcome.Done;
    }

    /// <summary>Asks somebody of the site to look after a piece; they say yes themselves. Refused: <c>kit-piece-needs-none</c>.</summary>
    public Outcome Ask(KitPiece piece, PersonId person, PersonId by, DateTimeOffset now)
    {
        if (!NeedsKeeper(piece))
        {
            return new Refusal("kit-piece-needs-none");
        }

        SetAsked(piece, person);
        Changed(KitPart.Keepers, by, now);
        return Outcome.Done;
    }

    /// <summary>The person who was asked says yes, and the piece is on. Refused: <c>kit-keeper-not-asked</c>.</summary>
    public Outcome Agree(KitPiece piece, PersonId me, DateTimeOffset now)
    {
        if (AskedFor(piece) != me)
        {
            return new Refusal("kit-keeper-not-asked");
        }

        SetKeeper(piece, me);
        SetAsked(piece, null);
        Set(piece, true);
        Changed(KitPart.Keepers, me, now);
        return Outcome.Done;
    }

    /// <summary>
    /// Whoever was asked says no, or whoever looks after a piece gives it back, which switches it off. Refused: <c>kit-keeper-not-asked</c> for anybody else.
    /// </summary>
    public Outcome StepBack(KitPiece piece, PersonId me, DateTimeOffset now)
    {
        if (AskedFor(piece) != me && KeeperOf(piece) != me)
        {
            return new Refusal("kit-keeper-not-asked");
        }

        if (AskedFor(piece) == me)
        {
            SetAsked(piece, null);
        }

        if (KeeperOf(piece) == me)
        {
            SetKeeper(piece, null);
            Set(piece, false);
        }

        Changed(KitPart.Keepers, me, now);
        return Outcome.Done;
    }

    /// <summary>The huddle's day and time, or none.</summary>
    public void SetHuddle(DayOfWeek? day, TimeOnly? at, PersonId by, DateTimeOffset now)
    {
        (HuddleDay, HuddleAt) = day is null ? (null, null) : (day, at);
        Changed(KitPart.Huddle, by, now);
    }

    /// <exception cref="ArgumentException">Longer than <see cref="LineLength"/>.</exception>
    public void WriteLine(string? line, PersonId by, DateTimeOffset now)
    {
        var said = string.IsNullOrWhiteSpace(line) ? null : line.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(said?.Length ?? 0, LineLength, nameof(line));
        Line = said;
        Changed(KitPart.Line, by, now);
    }

    /// <summary>The board has a new address, and the one before leads nowhere; null takes it away.</summary>
    public void ChangeBoardAddress(byte[]? secret, PersonId by, DateTimeOffset now)
    {
        BoardSecret = secret;
        Changed(KitPart.BoardAddress, by, now);
    }

    private void Set(KitPiece piece, bool on)
    {
        switch (piece)
        {
            case KitPiece.Board:
                HasBoard = on;
                break;
            case KitPiece.Huddle:
                HasHuddle = on;
                break;
            case KitPiece.TalkCard:
                HasTalkCard = on;
                break;
            case KitPiece.CustomerHuddle:
                HasCustomerHuddle = on;
                break;
            case KitPiece.Tips:
                HasTips = on;
                break;
            default:
                HasAward = on;
                break;
        }
    }

    private void SetAsked(KitPiece piece, PersonId? person)
    {
        if (piece == KitPiece.Tips)
        {
            TipsAskedId = person;
        }
        else
        {
            AwardAskedId = person;
        }
    }

    private void SetKeeper(KitPiece piece, PersonId? person)
    {
        if (piece == KitPiece.Tips)
        {
            TipsKeeperId = person;
        }
        else
        {
            AwardKeeperId = person;
        }
    }

    private void Changed(KitPart part, PersonId by, DateTimeOffset now)
    {
        ChangedAt = now;
        Happened(new SiteKitChanged(by.Value, Id.Value, part, now));
    }
}
