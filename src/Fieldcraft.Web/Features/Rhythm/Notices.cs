using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>How a kind of notice is told to somebody who has chosen nothing else. On Home it stands in any case.</summary>
public enum Telling
{
    /// <summary>By mail as soon as it may be: somebody waits, or a day comes near.</summary>
    AtOnce,

    /// <summary>With the next digest.</summary>
    InDigest,

    /// <summary>On Home only.</summary>
    OnHome,
}

/// <summary>
/// A kind of notice that a room can give. Words: <c>KEY</c>, a sentence with the other person's name as {0}, and <c>KEY.kind</c>, what the
/// preferences call it.
/// </summary>
/// <param name="IsRequest">It asks for the person's time: held back while their load account is full.</param>
public sealed record NoticeKind(string Key, Telling Usual, bool IsRequest = false);

/// <summary>The one way to tell a person something. Saved with the next save, in the transaction of what it tells.</summary>
public sealed class Notices(FieldcraftDb db, TimeProvider clock)
{
    /// <param name="address">The page where more stands and something can be done; begins with a slash. No private text.</param>
    public void Tell(PersonId person, NoticeKind kind, string address, PersonId? from = null)
    {
        if (person == from)
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Add(Notice.Tell(Id.New<NoticeId>(now), person, kind.Key, from, address, now));
    }
}
