using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Fieldcraft.Web.Wall;

/// <summary>Keeps the web framework's own keys (anti-forgery, flash messages) in the key store, so that every node shares them.</summary>
internal sealed class FrameworkKeys(KeyStore keys) : IXmlRepository
{
    private const string Prefix = "framework/";

    // The framework's interface is synchronous; it is called at start and when a key is renewed, never on the way of a request.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [
            .. keys.KeptAsync(Prefix, CancellationToken.None)
                .GetAwaiter()
                .GetResult()
                .Values.Select(v => XElement.Parse(Encoding.UTF8.GetString(v))),
        ];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.KeepAsync(
                Prefix + friendlyName,
                Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
}
