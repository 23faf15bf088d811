using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Security;

public sealed record KeptField(string Name, string Value);

/// <summary>A form that was sent after the sign-in had ended, as it travels through the sign-in page.</summary>
public sealed record KeptForm(DateTimeOffset At, string Address, IReadOnlyList<KeptField> Fields, bool HadFiles)
{
    /// <summary>What the person typed, for showing: no tokens, versions or other fields that nobody typed.</summary>
    public IEnumerable<string> Typed =>
        Fields
            .Where(f => !f.Name.StartsWith('_') && f.Value.Trim().Length > 2 && !Guid.TryParse(f.Value, out _))
            .Select(f => f.Value)
            .Where(v => v is not ("true" or "false"));
}

/// <summary>
/// Keeps a form over a sign-in: protected, in a hidden field of the sign-in page; never in the database or a log. It is given back to the
/// person from whose page it came, and to nobody else.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, IAntiforgery forms, TimeProvider clock)
{
    public const int MostCharacters = 200 * 1024;
    public const string FieldOfToken = "_form";

    // A character may take nine bytes on its way, and the names of the fields come on top.
    private const int MostBytes = 10 * MostCharacters;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    private readonly IDataProtector _protector = protection.CreateProtector("fieldcraft.kept-form");

    /// <summary>The protected form, or null when it is too large or no form.</summary>
    public async Task<(string? Kept, bool HadFiles)> KeepAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, hadFiles) = await ReadAsync(request, cancellationToken);
        if (fields is null || fields.Sum(f => f.Name.Length + f.Value.Length) > MostCharacters)
        {
            return (null, hadFiles);
        }

        var form = new KeptForm(clock.GetUtcNow(), request.Path + request.QueryString.ToString(), fields, hadFiles);
        return (Secrets.Text(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form))), hadFiles);
    }

    public KeptForm? Open(string? kept)
    {
        try
        {
            return
                Secrets.FromText(kept, longest: 3 * MostBytes) is { } bytes
                && JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(bytes)) is { } form
                && clock.GetUtcNow() - form.At < KeptFor
                ? form
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the form came from a page that was made for whoever is signed in now, on this device. The token in every form says so: it is
    /// bound to the person, not to the session. A form that another site sent, or that another person filled in, has none that fits.
    /// </summary>
    public async Task<bool> IsOfAsync(KeptForm form, HttpContext context)
    {
        if (form.Fields.FirstOrDefault(f => f.Name == FieldOfToken) is not { } token)
        {
            return false;
        }

        var probe = new DefaultHttpContext { RequestServices = context.RequestServices, User = context.User };
        probe.Request.Method = HttpMethods.Post;
        probe.Request.Scheme = context.Request.Scheme;
        probe.Request.Headers.Cookie = context.Request.Headers.Cookie;
        probe.Request.Headers["X-Form"] = token.Value;
        return await forms.IsRequestValidAsync(probe);
    }

    private static async Task<(List<KeptField>? Fields, bool HadFiles)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, false);
        }

        try
        {
            if (
                type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
                && request.ContentLength <= MostBytes
            )
            {
                return (await ReadUrlEncodedAsync(request.Body, cancellationToken), false);
            }

            return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await ReadMultipartAsync(request.Body, type, cancellationToken)
                : (null, false);
        }
        catch (InvalidDataException)
        {
            return (null, false);
        }
    }

    private static async Task<List<KeptField>> ReadUrlEncodedAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new FormReader(body, Encoding.UTF8) { ValueLengthLimit = MostCharacters };
        var fields = new List<KeptField>();
        foreach (var (name, values) in await reader.ReadFormAsync(cancellationToken))
        {
            fields.AddRange(values.Select(v => new KeptField(name, v ?? "")));
        }

        return fields;
    }

    /// <summary>Takes the texts and reads past the files: they would be too large to travel along.</summary>
    private static async Task<(List<KeptField>?, bool)> ReadMultipartAsync(
        Stream body,
        MediaTypeHeaderValue type,
        CancellationToken cancellationToken
    )
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (StringSegment.IsNullOrEmpty(boundary) || boundary.Length > 100)
        {
            return (null, false);
        }

        var reader = new MultipartReader(boundary.Value!, body);
        var (fields, hadFiles) = (new List<KeptField>(), false);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
            {
                continue;
            }

            if (disposition.IsFileDisposition())
            {
                hadFiles |= !StringSegment.IsNullOrEmpty(HeaderUtilities.RemoveQuotes(disposition.FileName));
            }
            else if (section.AsFormDataSection() is { } field)
            {
                if (fields.Count > 500)
                {
                    return (null, hadFiles);
                }

                fields.Add(new KeptField(field.Name, await field.GetValueAsync(cancellationToken)));
            }
        }

        return (fields, hadFiles);
    }
}
