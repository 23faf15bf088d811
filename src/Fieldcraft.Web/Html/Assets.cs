using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Html;

/// <summary>
/// The stylesheet, scripts and pictures, read once at start: imports of the stylesheet flattened into one file, each address with a hash of
/// the content, compressed ahead. The files also work as they lie on disk.
/// </summary>
public sealed partial class Assets
{
    /// <summary>The script that keeps a session's page for a time without a line.</summary>
    public const string RunWorker = "/js/run-worker.js";
    private readonly FrozenDictionary<string, Asset> _files;

    public Assets(string webRoot)
    {
        var files = new Dictionary<string, Asset>(StringComparer.Ordinal)
        {
            ["/css/site.css"] = Asset.Of("text/css; charset=utf-8", Flattened(Path.Combine(webRoot, "css"))),
        };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(webRoot, "img")))
        {
            files[$"/img/{Path.GetFileName(file)}"] = Asset.Of("image/svg+xml", File.ReadAllText(file));
        }

        var scripts = Directory.EnumerateFiles(Path.Combine(webRoot, "js"), "*.js").Order(StringComparer.Ordinal).ToList();
        var together = Hash(string.Concat(scripts.Select(File.ReadAllText)));
        foreach (var file in scripts)
        {
            // One hash for all scripts: a module asks for its neighbours of the same day.
            var text = Import().Replace(File.ReadAllText(file), $"${{path}}?v={together}\"");
            files[$"/js/{Path.GetFileName(file)}"] = Asset.Of("text/javascript; charset=utf-8", text) with { Version = together };
        }

        _files = files.ToFrozenDictionary(StringComparer.Ordinal);
        Modules = [.. ImportedBy("site.js", Path.Combine(webRoot, "js")).Distinct().Select(name => Address($"/js/{name}"))];
    }

    /// <summary>What <c>site.js</c> imports on every page, so that a page can ask for all of it at once.</summary>
    public IReadOnlyList<string> Modules { get; }

    /// <summary>The address that a browser may keep for good.</summary>
    public string Address(string path) => $"{path}?v={_files[path].Version}";

    /// <summary>What an asset says, for a document that must stand without the server.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(_files[path].Plain);

    /// <summary>Answers for the assets; everything else goes on.</summary>
    public Task ServeAsync(HttpContext context, RequestDelegate next) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && _files.TryGetValue(context.Request.Path.Value ?? "", out var asset)
            ? asset.WriteAsync(context)
            : next(context);

    /// <summary>Without comments, and without the spaces that are there for us: the whole sheet fits into the first round trip.</summary>
    private static string Flattened(string folder)
    {
        var sheets = ImportedSheet()
            .Replace(
                File.ReadAllText(Path.Combine(folder, "site.css")),
                m => $"@layer {m.Groups["layer"].Value} {{\n{File.ReadAllText(Path.Combine(folder, m.Groups["file"].Value))}}}\n"
            );
        return Space()
            .Replace(
                Comment().Replace(sheets, ""),
                m =>
                    m.Groups["text"] is { Success: true } text ? text.Value
                    : m.Groups["mark"] is { Success: true } mark ? mark.Value
                    : " "
            );
    }

    /// <summary>A text in quotes, which stays; a mark with the spaces around it, or after it; any other space.</summary>
    [GeneratedRegex("""(?<text>"[^"]*"|'[^']*')|\s*(?<mark>[{};])\s*|(?<mark>[:,])\s+|\s+""", RegexOptions.ExplicitCapture)]
    private static partial Regex Space();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    [GeneratedRegex("""@import url\("(?<file>[^"]+)"\) layer\((?<layer>\w+)\);\n?""", RegexOptions.ExplicitCapture)]
    private static partial Regex ImportedSheet();

    private static IEnumerable<string> ImportedBy(string name, string folder) =>
        StaticImport()
            .Matches(File.ReadAllText(Path.Combine(folder, name)))
            .Select(m => m.Groups["name"].Value)
            .SelectMany(imported => ImportedBy(imported, folder).Append(imported));

    [GeneratedRegex("(?<path>(from |import |import\\()\"\\./[\\w-]+\\.js)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex("(from|import) \"\\./(?<name>[\\w-]+\\.js)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex StaticImport();

    [GeneratedRegex("""/\*.*?\*/\s*""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    private sealed record Asset(string Type, string Version, byte[] Plain, byte[] Brotli, byte[] Gzip)
    {
        public static Asset Of(string type, string text)
        {
            var plain = Encoding.UTF8.GetBytes(text);
            return new(
                type,
                Hash(text),
                plain,
                Pack(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)),
                Pack(plain, s => new GZipStream(s, CompressionLevel.SmallestSize))
            );
        }

        public Task WriteAsync(HttpContext context)
        {
            var response = context.Response;
            var tag = $"\"{Version}\"";
            response.Headers.ETag = tag;
            response.Headers.Vary = HeaderNames.AcceptEncoding;
            response.Headers.CacheControl = context.Request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            var accepted = context.Request.Headers.AcceptEncoding.ToString();
            var (body, encoding) =
                accepted.Contains("br", StringComparison.Ordinal) ? (Brotli, "br")
                : accepted.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip")
                : (Plain, null);
            if (encoding is not null)
            {
                response.Headers.ContentEncoding = encoding;
            }

            if (context.Request.Path == RunWorker)
            {
                // It lies among the scripts, and looks after the pages of sessions.
                response.Headers["Service-Worker-Allowed"] = "/sessions/";
            }

            response.ContentType = Type;
            response.ContentLength = body.Length;
            return HttpMethods.IsHead(context.Request.Method)
                ? Task.CompletedTask
                : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        }

        private static byte[] Pack(byte[] plain, Func<Stream, Stream> packer)
        {
            using var target = new MemoryStream();
            using (var stream = packer(target))
            {
                stream.Write(plain);
            }

            return target.ToArray();
        }
    }
}
