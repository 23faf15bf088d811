using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.DataProtection;

namespace Fieldcraft.Web.Mail;

/// <summary>A file that goes with a letter.</summary>
/// <param name="Name">As the reader's machine keeps it; no private text.</param>
public sealed record Enclosure(string Name, string ContentType, byte[] Content);

/// <summary>A letter as it waits in the outbox. It never holds a private text; a link in it is single-use or needs a sign-in.</summary>
/// <param name="Stop">Where its reader stops letters of this kind with one click (RFC 8058); null for a letter that is not one of many.</param>
public sealed record Letter(string To, string Subject, string Text, string? Stop = null, Enclosure? Enclosed = null)
{
    /// <summary>The lines of the message's head that are its own.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Headers =>
        Stop is null
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["List-Unsubscribe"] = $"<{Stop}>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
            };
}

/// <summary>
/// Closes a letter for as long as it waits: the links in it open something, so who reads the database must not read them. The key
/// is the web framework's and lies in the key store, the same for every node.
/// </summary>
public sealed class Envelopes(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("fieldcraft.letter");

    public string Close(Letter letter) => _protector.Protect(JsonSerializer.Serialize(letter));

    public Letter Open(string payload) => JsonSerializer.Deserialize<Letter>(_protector.Unprotect(payload))!;
}

/// <summary>Puts letters into the outbox, in the transaction of the change that causes them. A job sends them.</summary>
public sealed class Post(FieldcraftDb db, WordCatalogue catalogue, Envelopes envelopes, Settings settings, TimeProvider clock)
{
    public const string JobKind = "mail.send";

    /// <summary>Writes a letter from the words <c>KEY.subject</c> and <c>KEY.text</c> in the reader's language; saved with the next save.</summary>
    public void Send(string to, string language, string timeZone, string key, params object?[] arguments)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        Queue(id, id.ToString("n"), to, new Words(catalogue, language, timeZone, settings.Development), key, null, null, arguments);
    }

    /// <summary>As <see cref="Send"/>, with a file.</summary>
    public void SendEnclosing(Enclosure enclosed, string to, string language, string timeZone, string key, params object?[] arguments)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        Queue(id, id.ToString("n"), to, new Words(catalogue, language, timeZone, settings.Development), key, null, enclosed, arguments);
    }

    /// <summary>As <see cref="Send"/>, for a letter of which there are many and which its reader can stop.</summary>
    /// <param name="stop">Where it is stopped with one click.</param>
    /// <param name="once">Two letters with the same text here are one.</param>
    public void SendListed(string to, string language, string timeZone, string key, string stop, string once, params object?[] arguments) =>
        Queue(
            Guid.CreateVersion7(clock.GetUtcNow()),
            once,
            to,
            new Words(catalogue, language, timeZone, settings.Development),
            key,
            stop,
            null,
            arguments
        );

    private void Queue(Guid id, string once, string to, Words words, string key, string? stop, Enclosure? enclosed, object?[] arguments) =>
        db.Enqueue(
            new JobRow
            {
                Id = id,
                Kind = JobKind,
                Key = once,
                Payload = envelopes.Close(
                    new Letter(to, words[$"{key}.subject", arguments], words[$"{key}.text", arguments], stop, enclosed)
                ),
                DueAt = clock.GetUtcNow(),
            }
        );
}
