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

        var notice = Made(person, kind, address, from);
        db.Add(notice);
        db.Enqueue(LetterOf(notice));
    }

    /// <summary>Tells many people the same, with few statements and at once: inside the transaction of what it tells.</summary>
    public async Task TellAsync(IReadOnlyCollection<PersonId> people, NoticeKind kind, string address, CancellationToken cancellationToken)
    {
        var told = people.Select(p => Made(p, kind, address, null)).ToList();
        await db.InsertAsync(told, null, cancellationToken);
        await db.InsertAsync(told.ConvertAll(LetterOf), null, cancellationToken);
    }

    private Notice Made(PersonId person, NoticeKind kind, string address, PersonId? from)
    {
        var now = clock.GetUtcNow();
        return Notice.Tell(Id.New<NoticeId>(now), person, kind.Key, from, address, now);
    }

    private static JobRow LetterOf(Notice notice) =>
        new()
        {
            Id = Guid.CreateVersion7(notice.At),
            Kind = TellByMail.JobKind,
            Key = notice.Id.Value.ToString("n"),
            Payload = notice.Id.Value.ToString("D"),
            DueAt = notice.At,
        };
}
