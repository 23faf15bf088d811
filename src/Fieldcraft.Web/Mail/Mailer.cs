using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;

namespace Fieldcraft.Web.Mail;

/// <summary>Brings a letter out of the house.</summary>
public interface IMailer
{
    /// <param name="id">The same for every try, so that a second try is no second letter.</param>
    Task SendAsync(Guid id, Letter letter, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>The default: letters are put into a folder, one file each, where somebody may pick them up.</summary>
public sealed class FolderMailer(Settings settings) : IMailer
{
    public async Task SendAsync(Guid id, Letter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.MailFolder);
        var file = Path.Combine(settings.MailFolder, $"{id:n}.json");
        var part = file + ".part";
        if (letter.Enclosed is { } enclosed)
        {
            await File.WriteAllBytesAsync(EnclosedIn(settings, id), enclosed.Content, cancellationToken);
        }

        await File.WriteAllTextAsync(
            part,
            JsonSerializer.Serialize(
                new SentLetter(id, letter.To, letter.Subject, letter.Text, now, letter.Headers, letter.Enclosed?.Name)
            ),
            cancellationToken
        );
        File.Move(part, file, overwrite: true);
    }

    /// <summary>Where the file lies that goes with a letter.</summary>
    public static string EnclosedIn(Settings settings, Guid id) => Path.Combine(settings.MailFolder, $"{id:n}.enclosed");

    /// <summary>What lies in the folder, newest first.</summary>
    public static async Task<IReadOnlyList<SentLetter>> ListAsync(Settings settings, CancellationToken cancellationToken)
    {
        var letters = new List<SentLetter>();
        foreach (var file in Directory.Exists(settings.MailFolder) ? Directory.EnumerateFiles(settings.MailFolder, "*.json") : [])
        {
            letters.Add(JsonSerializer.Deserialize<SentLetter>(await File.ReadAllTextAsync(file, cancellationToken))!);
        }

        return [.. letters.OrderByDescending(l => l.SentAt)];
    }
}

/// <summary>A letter that lies in the mail folder.</summary>
/// <param name="Enclosed">The name of the file that goes with it; it lies beside the letter.</param>
public sealed record SentLetter(
    Guid Id,
    string To,
    string Subject,
    string Text,
    DateTimeOffset SentAt,
    IReadOnlyDictionary<string, string>? Headers = null,
    string? Enclosed = null
);

/// <summary>Hands letters to a mail server: <c>smtp://user:password@host:port?from=address</c>, <c>smtps://</c> for TLS.</summary>
public sealed class SmtpMailer(Uri server) : IMailer
{
    public async Task SendAsync(Guid id, Letter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = System.Web.HttpUtility.ParseQueryString(server.Query)["from"] ?? $"fieldcraft@{server.Host}";
        using var client = new SmtpClient(server.Host, server.IsDefaultPort ? 25 : server.Port) { EnableSsl = server.Scheme == "smtps" };
        if (server.UserInfo.Split(':', 2) is [var user, var password])
        {
            client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        }

        using var message = MessageOf(id, letter, from, server.Host);
        await client.SendMailAsync(message, cancellationToken);
    }

    internal static MailMessage MessageOf(Guid id, Letter letter, string from, string host)
    {
        var message = new MailMessage(from, letter.To, letter.Subject, letter.Text)
        {
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-Id", string.Create(CultureInfo.InvariantCulture, $"<{id:n}@{host}>"));
        foreach (var (name, value) in letter.Headers)
        {
            message.Headers.Add(name, value);
        }

        if (letter.Enclosed is { } enclosed)
        {
            // Belongs to the message, and goes with it.
            message.Attachments.Add(new Attachment(new MemoryStream(enclosed.Content), enclosed.Name, enclosed.ContentType));
        }

        return message;
    }
}

/// <summary>Sends the letters of the outbox.</summary>
internal sealed class SendLetter(IMailer mailer, Envelopes envelopes, TimeProvider clock) : IJob
{
    public string Kind => Post.JobKind;

    public Task RunAsync(JobRow job, CancellationToken cancellationToken) =>
        mailer.SendAsync(job.Id, envelopes.Open(job.Payload!), clock.GetUtcNow(), cancellationToken);
}
