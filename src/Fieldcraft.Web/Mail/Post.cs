using System.Text.Json;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.DataProtection;

namespace Fieldcraft.Web.Mail;

/// <summary>A letter as it waits in the outbox. It never holds a private text; a link in it is single-use or needs a sign-in.</summary>
public sealed record Letter(string To, string Subject, string Text);

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
        var words = new Words(catalogue, language, timeZone, settings.Development);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Enqueue(
            new JobRow
            {
                Id = id,
                Kind = JobKind,
                Key = id.ToString("n"),
                Payload = envelopes.Close(new Letter(to, words[$"{key}.subject", arguments], words[$"{key}.text", arguments])),
                DueAt = now,
            }
        );
    }
}
