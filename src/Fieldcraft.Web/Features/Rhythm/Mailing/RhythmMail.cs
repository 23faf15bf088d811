using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;

namespace Fieldcraft.Web.Features.Rhythm.Mailing;

/// <summary>Whom a letter goes to.</summary>
internal sealed record Addressee(PersonId Person, string Email, string Language, string TimeZone);

/// <summary>Letters that a person can stop with one click: the link stands in the text and in the message's head (RFC 8058).</summary>
internal sealed class RhythmMail(Post post, Unsubscribing unsubscribing, WordCatalogue catalogue, Settings settings)
{
    public Words WordsOf(Addressee to) => new(catalogue, to.Language, to.TimeZone, settings.Development);

    public string Address(string path) => settings.PublicAddress + path;

    /// <param name="list">What stops with the click: a kind of notice, or the digest.</param>
    /// <param name="once">The same text never sends a second letter.</param>
    public void Send(Addressee to, string list, string key, string once, params object?[] arguments)
    {
        var stop = Address(RhythmLinks.Unsubscribe(unsubscribing.Ticket(to.Person, list)));
        post.SendListed(to.Email, to.Language, to.TimeZone, key, stop, once, [.. arguments, stop]);
    }

    /// <summary>How a kind is told to a person who chose it so, or chose nothing.</summary>
    public static Telling TellingOf(NoticeKind kind, IEnumerable<ChosenTelling>? chosen) =>
        chosen?.FirstOrDefault(c => c.Kind == kind.Key)?.Telling ?? kind.Usual;
}
