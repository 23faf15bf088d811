// Rooms say only how their kinds are usually told, and need nothing else of the domain for it.
global using Telling = Fieldcraft.Domain.Rhythm.Telling;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm.Mailing;

namespace Fieldcraft.Web.Features.Rhythm;

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
        var id = Id.New<NoticeId>(now);
        db.Add(Notice.Tell(id, person, kind.Key, from, address, now));
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = TellByMail.JobKind,
                Key = id.Value.ToString("n"),
                Payload = id.Value.ToString("D"),
                DueAt = now,
            }
        );
    }
}
